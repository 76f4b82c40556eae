using SignBridge.Evaluation.Metrics;
using SignBridge.Evaluation.Metrics.Labels;
using SignBridge.Evaluation.Runs;

namespace SignBridge.Evaluation.Reports;

/// <summary>What a run says about the models on a data set. It holds no times: the same results give the same bytes.</summary>
public sealed record EvaluationReport
{
    /// <summary>What decides the digits.</summary>
    public required RunSettings Settings { get; init; }

    /// <summary>The command and the machine.</summary>
    public required RunOrigin Origin { get; init; }

    /// <summary>Rows that could not be used, and signs that the recogniser cannot name.</summary>
    public required RunOutcome Outcome { get; init; }

    /// <summary>Samples with a result.</summary>
    public required int Samples { get; init; }

    /// <summary>Samples in which nothing was read, by the reason; they count as empty hypotheses.</summary>
    public required IReadOnlyList<FailedSample> Failed { get; init; }

    /// <summary>All scores, the most important first.</summary>
    public required IReadOnlyList<Score> Scores { get; init; }

    /// <summary>The samples by signer, length, frame rate, hand, light and every column of few values.</summary>
    public required IReadOnlyList<ReportTable> Slices { get; init; }

    /// <summary>A table for each perturbation: its levels.</summary>
    public required IReadOnlyList<ReportTable> Robustness { get; init; }

    /// <summary>The signs one by one; null where clips hold more than one.</summary>
    public LabelEvaluation? Labels { get; init; }

    /// <summary>The samples with the worst scores, worst first.</summary>
    public required IReadOnlyList<ReportExample> Worst { get; init; }

    /// <summary>The samples with the best scores, best first.</summary>
    public required IReadOnlyList<ReportExample> Best { get; init; }
}
