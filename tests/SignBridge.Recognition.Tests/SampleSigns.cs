using SignBridge.Testing;

namespace SignBridge.Recognition.Tests;

/// <summary>The single signs of the shipped samples, and new signs made of them.</summary>
internal static class SampleSigns
{
    private static readonly TimeSpan Onset = TimeSpan.FromSeconds(0.4);

    /// <summary>Each sign of the samples with its gloss, cut where the next one begins.</summary>
    public static IReadOnlyList<(string Gloss, PoseSequence Poses)> All(SignRecognizer recognizer) =>
        [.. Directory.GetFiles(Repository.Samples, "*.pose").Order(StringComparer.Ordinal).SelectMany(path => Cut(PoseFile.Read(path, every: 2), recognizer))];

    /// <summary>Signs that the recogniser never learnt: of each two neighbours a compound.</summary>
    public static IReadOnlyList<PoseSequence> New(SignRecognizer recognizer)
    {
        var signs = All(recognizer);
        return [.. signs.Skip(1).Zip(signs, (second, first) => NewSigns.Compound(first.Poses, second.Poses))];
    }

    /// <summary>A taught sign of variants of a new one.</summary>
    public static EnrolledSign Taught(string name, PoseSequence sign, SignRecognizer recognizer, int seed, int examples = 3)
    {
        var random = new Random(seed);
        return EnrolledSign.Of(name, [.. Enumerable.Range(0, examples).Select(_ => sign.Vary(random, strength: 1))], recognizer);
    }

    private static IEnumerable<(string Gloss, PoseSequence Poses)> Cut(PoseSequence clip, SignRecognizer recognizer)
    {
        var glosses = recognizer.RecognizeContinuous(clip).Glosses;
        for (var i = 0; i < glosses.Count; i++)
        {
            var start = i == 0 ? TimeSpan.MinValue : glosses[i].Start - Onset;
            var end = i + 1 < glosses.Count ? glosses[i + 1].Start - Onset : TimeSpan.MaxValue;
            yield return (glosses[i].Name, clip with { Frames = [.. clip.Frames.Where(f => f.Time >= start && f.Time < end)] });
        }
    }
}
