namespace SignBridge.Cli;

/// <summary>A measurement beside an earlier one of the same work.</summary>
/// <remarks>A figure has regressed where its median is worse by more than the noise: the larger of 5 % of the earlier median and three times
/// the larger of both median absolute deviations over the rounds. Figures without rounds have no known noise; their ratios are only shown.</remarks>
internal sealed class BenchComparison
{
    private const double LeastShare = 0.05;
    private const double Deviations = 3;

    private BenchComparison(IReadOnlyList<ComparedFigure> figures) => Figures = figures;

    public IReadOnlyList<ComparedFigure> Figures { get; }

    public bool HasRegressed => Figures.Any(f => f.HasRegressed);

    public static BenchComparison Of(BenchReport earlier, BenchReport now)
    {
        var figures = new List<ComparedFigure>
        {
            Noisy("seconds a round", r => r.Seconds),
            Noisy("allocated bytes a frame", r => r.AllocatedBytesPerFrame),
            new("seconds to load", earlier.LoadSeconds, now.LoadSeconds),
            new("ms a clip, p50", earlier.ClipMilliseconds.P50, now.ClipMilliseconds.P50),
        };
        if (earlier.PeakMemoryBytes is { } before && now.PeakMemoryBytes is { } after)
            figures.Add(new ComparedFigure("peak memory in bytes", before, after));
        if (earlier.LanguageModel is { } first && now.LanguageModel is { } second)
        {
            figures.Add(new ComparedFigure("ms to the first token, p50", first.TimeToFirstTokenMilliseconds.P50, second.TimeToFirstTokenMilliseconds.P50));
            figures.Add(new ComparedFigure("ms a token, p50", first.TokenMilliseconds.P50, second.TokenMilliseconds.P50));
        }

        foreach (var stage in now.Stages)
        {
            if (earlier.Stages.FirstOrDefault(s => s.Stage == stage.Stage) is { } same)
                figures.Add(new ComparedFigure($"ms of {stage.Stage}, p50", same.WorkMilliseconds.P50, stage.WorkMilliseconds.P50));
        }

        return new BenchComparison(figures);

        ComparedFigure Noisy(string name, Func<BenchRound, double> figure)
        {
            var (a, b) = (Spread.Of(earlier.Rounds.Select(figure)), Spread.Of(now.Rounds.Select(figure)));
            return new ComparedFigure(name, a.Median, b.Median, Math.Max(LeastShare * a.Median, Deviations * Math.Max(a.Deviation, b.Deviation)));
        }
    }

    /// <exception cref="SignBridgeException">The two did not measure the same (<see cref="FailureKind.Input"/>).</exception>
    public static void RequireSameWork(string path, BenchReport earlier, BenchPlan plan, string device)
    {
        var (before, now) = (Describe(earlier.Plan, earlier.Device.Actual), Describe(plan, device));
        if (before != now)
            throw new SignBridgeException(FailureKind.Input, $"The measurement '{path}' is of {before}, expected one of {now}; compare the same work on the same device.");
    }

    private static string Describe(BenchPlan plan, string device) =>
        FormattableString.Invariant($"{plan.Work} of {string.Join(", ", plan.Inputs.Select(i => Path.GetFileName(i)))} in {plan.Streams} streams on {device}");
}
