namespace SignBridge.Cli;

/// <summary>A comparison with a baseline in the JSON of <c>signbridge score</c>.</summary>
/// <param name="Value">The baseline's score; null where it is not defined, and the difference with it.</param>
/// <param name="Difference">The system's score less the baseline's.</param>
/// <param name="Test"><c>bs</c> or <c>ar</c>.</param>
/// <param name="PValue">Of the test; null where a score is not defined.</param>
/// <param name="Trials">Of the test.</param>
internal sealed record ScoredComparison(double? Value, double? Difference, string Test, double? PValue, int Trials);
