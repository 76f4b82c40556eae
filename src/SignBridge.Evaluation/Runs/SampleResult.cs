using System.Text.Json.Serialization;
using SignBridge.Evaluation.Metrics.Labels;
using SignBridge.Evaluation.Metrics.Streaming;

namespace SignBridge.Evaluation.Runs;

/// <summary>What was read in one sample under one condition, beside what it is known to show: a line of <c>results.jsonl</c>.</summary>
public sealed record SampleResult
{
    /// <summary>The place of the sample in the data set, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The sample.</summary>
    public required string Id { get; init; }

    /// <summary>The perturbation and its level, for example <c>fps=10</c>; empty for the sample as it is.</summary>
    public string Condition { get; init; } = "";

    /// <summary>The signs that the sample shows, spelt as the recogniser does where only the case differs; null where that is not known.</summary>
    public IReadOnlyList<string>? ReferenceGlosses { get; init; }

    /// <summary>The sentence that it says; null where that is not known.</summary>
    public string? ReferenceText { get; init; }

    /// <summary>Who signs; null where that is not known.</summary>
    public string? Signer { get; init; }

    /// <summary>The split; null where there is none.</summary>
    public string? Split { get; init; }

    /// <summary>The other columns of the data set.</summary>
    public IReadOnlyDictionary<string, string>? Columns { get; init; }

    /// <summary>The signs that were read; <c>?</c> for one that was not recognised.</summary>
    public IReadOnlyList<string> Glosses { get; init; } = [];

    /// <summary>In isolated mode the best labels, most probable first; the unknown sign is among them.</summary>
    public IReadOnlyList<GlossAlternative> Ranked { get; init; } = [];

    /// <summary>The same as a prediction of one sign; null where the sample does not show exactly one. A sample in which nothing was read is
    /// abstained from.</summary>
    [JsonIgnore]
    public LabelPrediction? Prediction => ReferenceGlosses is [var reference] ? new LabelPrediction(reference, Ranked, Glosses is not [not Gloss.Unknown]) : null;

    /// <summary>The sentence that was written.</summary>
    public string Text { get; init; } = "";

    /// <summary>Of a stream: for each gloss, how many seconds of the sample had been seen when it was committed; null otherwise.</summary>
    public IReadOnlyList<double>? Delays { get; init; }

    /// <summary>The same for a metric; null where the sample was not read as a stream.</summary>
    [JsonIgnore]
    public StreamedClip? Streamed => Delays is null || Duration == 0 ? null : new StreamedClip(
        TimeSpan.FromSeconds(Duration), [.. Delays.Select(d => TimeSpan.FromSeconds(d))], ReferenceGlosses?.Count);

    /// <summary>Codes of the notices.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>Why nothing was read; null where something was. Such a sample counts as an empty hypothesis.</summary>
    public string? Error { get; init; }

    /// <summary>Seconds of media time; 0 where nothing was read.</summary>
    public double Duration { get; init; }

    /// <summary>Nominal frame rate; 0 where nothing was read.</summary>
    public double FramesPerSecond { get; init; }

    /// <summary>Mean brightness of the frames, 0 to 255; null for poses.</summary>
    public double? Brightness { get; init; }

    /// <summary>The dominant hand: <c>left</c>, <c>right</c>, <c>both</c>, <c>none</c>; null where nothing was read.</summary>
    public string? Hand { get; init; }

    /// <summary>Three poses of the sample for a thumbnail; null where nothing was read. See <see cref="PoseSketch"/>.</summary>
    public string? Sketch { get; init; }

    /// <summary>What the sample shows, for people.</summary>
    [JsonIgnore]
    public string Shown => Join(ReferenceGlosses, ReferenceText);

    /// <summary>What was read in it, for people.</summary>
    [JsonIgnore]
    public string Read => Error ?? Join(Glosses, ReferenceText is null ? null : Text);

    private static string Join(IReadOnlyList<string>? glosses, string? text) =>
        string.Join(" → ", new[] { glosses is null ? null : string.Join(' ', glosses), text }.OfType<string>());
}
