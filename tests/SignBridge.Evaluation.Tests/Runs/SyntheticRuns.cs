using SignBridge.Evaluation.Runs;

namespace SignBridge.Evaluation.Tests.Runs;

/// <summary>Runs whose results a test makes up, in a folder of its own that is deleted after it.</summary>
public sealed class SyntheticRuns : IDisposable
{
    private static readonly RunOrigin Origin = new("signbridge eval data --out run", [new CardNote("reader", "MIT", "made up", "nothing")], new Dictionary<string, string> { ["processor"] = "one" });

    public string Path { get; } = Directory.CreateTempSubdirectory("signbridge-runs-").FullName;

    public static RunSettings Settings { get; } = new()
    {
        Dataset = "data",
        Layout = "manifest",
        Mode = RecognitionMode.Isolated,
        Seed = 7,
        Models = [new UsedModel("recognition", "asl-signs", "1", "abc"), new UsedModel("translation", "plain", "", "")],
    };

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);

    public RunFolder Begin(string name, Func<RunSettings, RunSettings>? change = null) =>
        RunFolder.Begin(this[name], change is null ? Settings : change(Settings), Origin);

    /// <summary>A run that has these results and is finished.</summary>
    public RunFolder Finished(string name, IReadOnlyCollection<SampleResult> results, Func<RunSettings, RunSettings>? change = null, RunOutcome? outcome = null)
    {
        var run = Unfinished(name, results, change);
        run.Finish(outcome ?? Outcome(results.Select(r => r.Index).Distinct().Count()));
        return run;
    }

    /// <summary>A run that has these results and was broken off.</summary>
    public RunFolder Unfinished(string name, IEnumerable<SampleResult> results, Func<RunSettings, RunSettings>? change = null)
    {
        var run = Begin(name, change);
        using var journal = ResultJournal.Open(run.Results);
        foreach (var result in results)
            journal.Add(result);
        return run;
    }

    public static RunOutcome Outcome(int samples) => new() { Samples = samples, Problems = [], UnknownGlosses = new Dictionary<string, int>() };

    /// <summary>A clip of one sign that was read as another or the same one.</summary>
    public static SampleResult Sign(int index, string reference, string read, double confidence = 0.9) => new()
    {
        Index = index,
        Id = FormattableString.Invariant($"s{index}"),
        ReferenceGlosses = [reference],
        Glosses = [read],
        Ranked = [new GlossAlternative(read, confidence), new GlossAlternative(Gloss.Unknown, 1 - confidence)],
        Duration = 1.5,
        FramesPerSecond = 30,
        Hand = "right",
    };
}
