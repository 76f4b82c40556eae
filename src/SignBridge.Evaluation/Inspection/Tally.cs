using System.Runtime.InteropServices;

namespace SignBridge.Evaluation.Inspection;

/// <summary>Counts words.</summary>
internal sealed class Tally
{
    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);

    /// <summary>The counts by word, in ordinal order.</summary>
    public IReadOnlyDictionary<string, long> Counts => new SortedDictionary<string, long>(_counts, StringComparer.Ordinal);

    /// <summary>How many different words.</summary>
    public int Distinct => _counts.Count;

    /// <summary>How many words.</summary>
    public long Total => _counts.Values.Sum();

    /// <summary>How many words occur once.</summary>
    public int Singletons => _counts.Values.Count(c => c == 1);

    /// <summary>Counts a word.</summary>
    public void Add(string word) => CollectionsMarshal.GetValueRefOrAddDefault(_counts, word, out _)++;

    /// <summary>Whether a word was counted.</summary>
    public bool Has(string word) => _counts.ContainsKey(word);

    /// <summary>The entropy in bits.</summary>
    public double Entropy()
    {
        double total = Total;
        return -_counts.Values.Sum(c => c / total * Math.Log2(c / total));
    }
}
