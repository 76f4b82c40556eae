namespace SignBridge.Evaluation.Metrics.Text;

/// <summary>Numbers the distinct words of a pair, so that metrics compare numbers.</summary>
internal sealed class WordTable
{
    private readonly CodePoints _letters = new();
    private (int Start, int Length, int Hash)[] _words = new (int, int, int)[64];
    private int[] _slots = new int[128];
    private int _count;

    public void Clear()
    {
        _letters.Clear();
        Array.Clear(_slots);
        _count = 0;
    }

    /// <summary>The word's number, from 1.</summary>
    public int Number(ReadOnlySpan<int> word)
    {
        var hash = Hash(word);
        var slot = hash & (_slots.Length - 1);
        while (_slots[slot] is var number and > 0)
        {
            if (_words[number - 1] is var (start, length, known) && known == hash && _letters.Span.Slice(start, length).SequenceEqual(word))
                return number;
            slot = (slot + 1) & (_slots.Length - 1);
        }

        if (2 * (_count + 1) > _slots.Length)
        {
            Grow();
            return Number(word);
        }

        if (_count == _words.Length)
            Array.Resize(ref _words, 2 * _count);
        _words[_count] = (_letters.Count, word.Length, hash);
        _letters.Add(word);
        return _slots[slot] = ++_count;
    }

    private void Grow()
    {
        _slots = new int[2 * _slots.Length];
        for (var i = 0; i < _count; i++)
        {
            var slot = _words[i].Hash & (_slots.Length - 1);
            while (_slots[slot] > 0)
                slot = (slot + 1) & (_slots.Length - 1);
            _slots[slot] = i + 1;
        }
    }

    // FNV-1a over code points, its high bits folded into those that choose the slot.
    private static int Hash(ReadOnlySpan<int> word)
    {
        var hash = 2166136261u;
        foreach (var letter in word)
            hash = (hash ^ (uint)letter) * 16777619u;
        return (int)(hash ^ (hash >> 15));
    }
}
