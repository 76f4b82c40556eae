namespace SignBridge.Recognition;

/// <summary>Label sequences as nodes of a tree: the same sequence is always the same node, also after it left the beam and came back.</summary>
internal sealed class PrefixTree
{
    /// <summary>The empty sequence.</summary>
    public const int Root = 0;

    private readonly List<(int Parent, int Label, int Depth)> _nodes = [(-1, -1, 0)];
    private readonly Dictionary<(int Parent, int Label), int> _children = [];

    public int Parent(int node) => _nodes[node].Parent;

    public int Label(int node) => _nodes[node].Label;

    public int Depth(int node) => _nodes[node].Depth;

    public int Child(int node, int label)
    {
        if (_children.TryGetValue((node, label), out var child))
            return child;
        child = _nodes.Count;
        _nodes.Add((node, label, Depth(node) + 1));
        _children.Add((node, label), child);
        return child;
    }

    public void Clear()
    {
        _nodes.RemoveRange(1, _nodes.Count - 1);
        _children.Clear();
    }
}
