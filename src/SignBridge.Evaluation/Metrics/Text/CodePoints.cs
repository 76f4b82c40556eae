using System.Text;

namespace SignBridge.Evaluation.Metrics.Text;

/// <summary>A text as code points, in a buffer that is used again and again: the reference tools count code points, not UTF-16 units.</summary>
internal sealed class CodePoints
{
    private int[] _items = new int[512];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Span => _items.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Add(int codePoint)
    {
        if (Count == _items.Length)
            Array.Resize(ref _items, 2 * Count);
        _items[Count++] = codePoint;
    }

    public void Add(ReadOnlySpan<int> codePoints)
    {
        while (Count + codePoints.Length > _items.Length)
            Array.Resize(ref _items, 2 * _items.Length);
        codePoints.CopyTo(_items.AsSpan(Count));
        Count += codePoints.Length;
    }

    /// <summary>Adds a text; half a surrogate pair stands for itself.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                Add(char.ConvertToUtf32(text[i], text[++i]));
            else
                Add(text[i]);
        }
    }

    public override string ToString()
    {
        var text = new StringBuilder(Count);
        foreach (var codePoint in Span)
        {
            if (codePoint <= char.MaxValue)
                text.Append((char)codePoint);
            else
                text.Append(char.ConvertFromUtf32(codePoint));
        }

        return text.ToString();
    }
}
