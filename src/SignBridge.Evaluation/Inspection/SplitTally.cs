namespace SignBridge.Evaluation.Inspection;

/// <summary>Counts words in all splits, and apart in those that models learn from and in the others.</summary>
internal sealed class SplitTally
{
    private readonly Tally _train = new();
    private readonly Tally _other = new();

    /// <summary>The counts of all splits.</summary>
    public Tally All { get; } = new();

    /// <summary>Counts a word.</summary>
    public void Add(string word, bool isTrain)
    {
        All.Add(word);
        (isTrain ? _train : _other).Add(word);
    }

    /// <summary>The words of other splits that none learns from.</summary>
    public IReadOnlyList<string> NotInTrain() => [.. _other.Counts.Keys.Where(w => !_train.Has(w))];

    /// <summary>How much of the other splits these words make up, 0 to 1; NaN where the others hold none.</summary>
    public double ShareNotInTrain() => _other.Counts.Where(c => !_train.Has(c.Key)).Sum(c => c.Value) / (double)_other.Total;
}
