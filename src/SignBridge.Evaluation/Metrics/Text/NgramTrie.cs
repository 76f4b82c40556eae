namespace SignBridge.Evaluation.Metrics.Text;

/// <summary>Counts the n-grams that a hypothesis shares with a reference: the reference's n-grams are the paths of a trie, and every n-gram of
/// the hypothesis uses one up (clipped counts, Papineni et al. 2002).</summary>
internal sealed class NgramTrie
{
    private long[] _edges = [];
    private int[] _nodes = [];
    private int[] _counts = [];
    private int _mask;
    private int _last;

    /// <summary>Counts matches.</summary>
    /// <param name="hypothesis">Numbers of words or letters, from 0.</param>
    /// <param name="reference">The same for the reference.</param>
    /// <param name="matches">Gets the matches of order 1, 2, … up to its length.</param>
    public void Match(ReadOnlySpan<int> hypothesis, ReadOnlySpan<int> reference, Span<int> matches)
    {
        matches.Clear();
        Reset(reference.Length * matches.Length);
        for (var start = 0; start < reference.Length; start++)
        {
            var node = 0;
            for (var i = start; i < reference.Length && i - start < matches.Length; i++)
            {
                node = Next(node, reference[i], add: true);
                _counts[node]++;
            }
        }

        for (var start = 0; start < hypothesis.Length; start++)
        {
            var node = 0;
            for (var i = start; i < hypothesis.Length && i - start < matches.Length; i++)
            {
                if ((node = Next(node, hypothesis[i], add: false)) < 0)
                    break;
                if (_counts[node] > 0)
                {
                    _counts[node]--;
                    matches[i - start]++;
                }
            }
        }
    }

    private void Reset(int nodes)
    {
        var size = 64;
        while (size < 2 * nodes)
            size *= 2;
        if (size > _edges.Length)
            (_edges, _nodes) = (new long[size], new int[size]);
        if (nodes >= _counts.Length)
            _counts = new int[2 * nodes + 64];
        _mask = size - 1;
        _last = 0;
        Array.Clear(_edges, 0, size);
        Array.Clear(_counts, 0, nodes + 1);
    }

    private int Next(int node, int symbol, bool add)
    {
        // Never 0, which is a free slot.
        var edge = ((long)node << 32) | (uint)(symbol + 1);
        var slot = (int)(((ulong)edge * 0x9E3779B97F4A7C15) >> 32) & _mask;
        while (_edges[slot] != 0)
        {
            if (_edges[slot] == edge)
                return _nodes[slot];
            slot = (slot + 1) & _mask;
        }

        if (!add)
            return -1;
        _edges[slot] = edge;
        return _nodes[slot] = ++_last;
    }
}
