namespace SignBridge.Cli;

/// <summary>A measurement as tables for people.</summary>
internal static class BenchTables
{
    public static IReadOnlyList<Table> Of(BenchReport report) => [Summary(report), Stages(report), Graphs(report)];

    public static Table Of(BenchComparison comparison) => new(
    [
        ["figure (less is better)", "earlier", "now", "ratio", "noise", "verdict"],
        .. comparison.Figures.Select(IReadOnlyList<string> (f) =>
            [f.Name, Number(f.Earlier), Number(f.Now), Number(f.Ratio), f.Noise is { } noise ? Number(noise) : "-", Verdict(f)]),
    ]);

    private static Table Summary(BenchReport r) => new(
    [
        ["figure", "value"],
        ["work", $"{r.Plan.Work} of {string.Join(", ", r.Plan.Inputs)}"],
        ["rounds", FormattableString.Invariant($"{r.Rounds.Count} after {r.Plan.Warmup} to warm up ({r.WarmupSeconds:0.00} s), {r.Plan.Streams} at a time")],
        ["loading", FormattableString.Invariant($"{r.LoadSeconds:0.00} s")],
        ["frames/s", FormattableString.Invariant($"{r.FramesPerSecond:0.0} (of {r.Rounds.Min(x => x.FramesPerSecond):0.0} to {r.Rounds.Max(x => x.FramesPerSecond):0.0})")],
        ["real-time factor", FormattableString.Invariant($"{r.RealTimeFactor:0.000}")],
        ["clip p50/p95/p99 ms", Words(r.ClipMilliseconds)],
        .. LanguageModel(r.LanguageModel),
        .. Captions(r.Captions),
        ["allocated bytes/frame", FormattableString.Invariant($"{r.AllocatedBytesPerFrame:0}, and {r.AllocatedBytesPerStart / 1e6:0.0} MB to start a clip")],
        ["peak memory", r.PeakMemoryBytes is { } bytes ? FormattableString.Invariant($"{bytes / 1e6:0} MB") : "not known"],
        ["device", r.Device.Reason is { } reason ? $"{r.Device.Actual} ({reason})" : r.Device.Actual],
        ["machine", FormattableString.Invariant($"{r.Machine.Processor}, {r.Machine.Cores} cores, {r.Machine.System}")],
        ["software", $"SignBridge {r.Machine.SignBridge} ({r.Machine.Commit ?? "commit not known"}), {r.Machine.Runtime}, ONNX Runtime {r.Machine.OnnxRuntime}"],
        ["date", FormattableString.Invariant($"{r.Date:yyyy-MM-dd HH:mm:ss}Z")],
    ]);

    private static IEnumerable<IReadOnlyList<string>> LanguageModel(LanguageModelSpeed? speed) => speed is null
        ? []
        :
        [
            ["first token p50/p95/p99 ms", Words(speed.TimeToFirstTokenMilliseconds)],
            ["tokens/s after it", FormattableString.Invariant($"{speed.TokensPerSecond:0} ({Words(speed.TokenMilliseconds)} ms a token)")],
        ];

    private static IEnumerable<IReadOnlyList<string>> Captions(CaptionSpeed? speed) => speed is null
        ? []
        :
        [
            ["final caption after the pause p50/p95/p99 ms", Words(speed.FinalMilliseconds)],
            ["tentative text after its gloss p50/p95/p99 ms", Words(speed.TentativeMilliseconds)],
        ];

    private static Table Stages(BenchReport r) => new(
    [
        ["stage", "items", "drops", "work p50/p95/p99 ms", "queue p50/p95/p99 ms"],
        .. r.Stages.Select(IReadOnlyList<string> (s) => [s.Stage, FormattableString.Invariant($"{s.Items}"), FormattableString.Invariant($"{s.Drops}"), Words(s.WorkMilliseconds), Words(s.QueueMilliseconds)]),
    ]);

    private static Table Graphs(BenchReport r) => new(
    [
        ["graph", "where its nodes ran"],
        .. r.Graphs.Select(IReadOnlyList<string> (g) => [g.Graph, g.Describe()]),
    ]);

    private static string Words(Percentiles p) => p.Count == 0 ? "-" : FormattableString.Invariant($"{p.P50:0.0} / {p.P95:0.0} / {p.P99:0.0}");

    private static string Number(double value) => FormattableString.Invariant($"{value:0.###}");

    private static string Verdict(ComparedFigure f) => f.Noise is null ? "shown only" : f.HasRegressed ? "regressed" : "holds";
}
