namespace SignBridge.Evaluation.Datasets;

/// <summary>What a reader yields for a row: the sample, or what is wrong with the row.</summary>
public sealed record DatasetEntry
{
    private DatasetEntry(Sample? sample, DatasetProblem? problem) => (Sample, Problem) = (sample, problem);

    /// <summary>The sample; null where there is a problem.</summary>
    public Sample? Sample { get; }

    /// <summary>The problem; null where there is a sample.</summary>
    public DatasetProblem? Problem { get; }

    /// <summary>A row that can be used.</summary>
    public static DatasetEntry Of(Sample sample) => new(sample, null);

    /// <summary>A row that cannot.</summary>
    public static DatasetEntry Of(DatasetProblem problem) => new(null, problem);
}
