using SignBridge.Evaluation.Datasets;
using SignBridge.Evaluation.Metrics.Segmentation;
using TimedSegment = SignBridge.Evaluation.Metrics.Segmentation.Segment;

namespace SignBridge.Evaluation.Scoring;

/// <summary>Segments of ELAN documents, hypotheses beside references: glosses are signs, sentences are phrases.</summary>
/// <param name="Signs">A clip for each document; empty where no reference has glosses.</param>
/// <param name="Phrases">A clip for each document; empty where no reference has sentences.</param>
public sealed record SegmentedFiles(IReadOnlyList<SegmentedClip> Signs, IReadOnlyList<SegmentedClip> Phrases)
{
    private const string Extension = ".eaf";

    /// <summary>Whether a path is an ELAN document or a folder of them.</summary>
    public static bool AreIn(string path) => Directory.Exists(path)
        ? Directory.EnumerateFiles(path, "*" + Extension).Any()
        : Path.GetExtension(path).Equals(Extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads two documents, or two folders whose documents have the same names.</summary>
    /// <param name="hypothesis">What a system wrote.</param>
    /// <param name="reference">What is right.</param>
    /// <param name="tiers">The tiers of the hypotheses, as <c>GLOSSES,SENTENCES</c>; empty to find them by their names.</param>
    /// <param name="referenceTiers">The same of the references.</param>
    /// <param name="framesPerSecond">The rate at which segments are compared. A document says no length: frames end with the last annotation of either.</param>
    /// <exception cref="SignBridgeException">A document is missing or broken, or has no such tiers (<see cref="FailureKind.Input"/>).</exception>
    public static SegmentedFiles Read(string hypothesis, string reference, string tiers, string referenceTiers, double framesPerSecond)
    {
        var (hypothesisTiers, namedTiers) = (ElanTierNames.Parse(tiers), ElanTierNames.Parse(referenceTiers));
        var pairs = Pairs(hypothesis, reference).ConvertAll(p => (Hypothesis: Segments(p.Hypothesis, hypothesisTiers), Reference: Segments(p.Reference, namedTiers)));
        var read = new SegmentedFiles(Clips("glosses", d => d.Signs), Clips("sentences", d => d.Phrases));
        return read.Signs.Count + read.Phrases.Count > 0
            ? read
            : throw new SignBridgeException(FailureKind.Input, $"'{reference}' has no annotated glosses or sentences as far as the names of its tiers say: name them with --reference-tiers GLOSSES,SENTENCES.");

        List<SegmentedClip> Clips(string name, Func<DocumentSegments, IReadOnlyList<TimedSegment>?> level) => pairs.Exists(p => level(p.Reference) is { Count: > 0 })
            ? pairs.ConvertAll(p => new SegmentedClip(
                level(p.Reference) ?? [],
                level(p.Hypothesis) ?? throw p.Hypothesis.Without(name),
                (int)Math.Ceiling(Math.Max(p.Reference.End.TotalSeconds, p.Hypothesis.End.TotalSeconds) * framesPerSecond),
                framesPerSecond))
            : [];
    }

    private static List<(string Hypothesis, string Reference)> Pairs(string hypothesis, string reference)
    {
        if (!Directory.Exists(reference))
            return [(hypothesis, reference)];
        var files = Directory.GetFiles(reference, "*" + Extension).Order(StringComparer.Ordinal).Select(f => (Hypothesis: Path.Combine(hypothesis, Path.GetFileName(f)), Reference: f)).ToList();
        return files.Find(f => !File.Exists(f.Hypothesis)) is { Reference: { } alone }
            ? throw new SignBridgeException(FailureKind.Input, $"'{hypothesis}' has no document for '{alone}': expected two folders whose .eaf files have the same names; add it.")
            : files;
    }

    private static DocumentSegments Segments(string path, ElanTierNames names)
    {
        try
        {
            var document = ElanDocument.Read(path);
            var (glosses, sentences) = (document.Tiers.Where(names.IsGlosses).ToList(), document.Tiers.Where(names.IsSentences).ToList());
            return new DocumentSegments(
                path,
                [.. document.Tiers.Select(t => t.Id)],
                glosses.Count > 0 ? Of(ElanReader.Signs(glosses, _ => true)) : null,
                sentences.Count > 0 ? Of(sentences.SelectMany(t => t.Annotations)) : null,
                document.Tiers.SelectMany(t => t.Annotations).Select(a => a.End).DefaultIfEmpty().Max());
        }
        catch (FormatException e)
        {
            throw new SignBridgeException(FailureKind.Input, $"'{path}' cannot be read ({e.Message}): expected an ELAN document; save it from ELAN again.", e);
        }
    }

    private static List<TimedSegment> Of(IEnumerable<ElanAnnotation> annotations) => [.. annotations.Select(a => new TimedSegment(a.Start, a.End))];

    // Levels whose tiers are not there are null: a tier without annotations says that nothing was found.
    private sealed record DocumentSegments(
        string Path, IReadOnlyList<string> Tiers, IReadOnlyList<TimedSegment>? Signs, IReadOnlyList<TimedSegment>? Phrases, TimeSpan End)
    {
        public SignBridgeException Without(string level) => new(FailureKind.Input, $"'{Path}' has no tier of {level} as far as the names of its tiers say ({string.Join(", ", Tiers)}): name them with --tiers GLOSSES,SENTENCES.");
    }
}
