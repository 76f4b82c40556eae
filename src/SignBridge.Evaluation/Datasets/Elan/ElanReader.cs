namespace SignBridge.Evaluation.Datasets;

/// <summary>Reads annotation documents of ELAN (<c>.eaf</c>), one or a folder of them, beside their recordings.</summary>
/// <remarks>
/// <para>A sample is an annotation of a sentence tier, with the glosses of the same participant whose middle lies in it. Without a sentence
/// tier it is the whole recording. A sign that both hands make is annotated on two tiers and counts once.</para>
/// <para>Which tiers these are: <see cref="ElanTierNames"/>.</para>
/// </remarks>
public sealed class ElanReader : IDatasetReader
{
    private const string Extension = ".eaf";

    private readonly ElanTierNames _names;

    /// <summary>A reader that finds the tiers by the words in their names.</summary>
    public ElanReader()
        : this("")
    {
    }

    /// <summary>A reader of certain tiers.</summary>
    /// <param name="tiers">The names of tiers or of linguistic types, as <c>GLOSSES,SENTENCES</c>; either may be left out.</param>
    public ElanReader(string tiers) => _names = ElanTierNames.Parse(tiers);

    /// <inheritdoc/>
    public string Name => "elan";

    /// <inheritdoc/>
    public string Layout => "an .eaf file or a folder of them, with their videos or .pose files beside them";

    /// <inheritdoc/>
    public bool Recognises(string path) => Directory.Exists(path)
        ? !new ManifestReader().Recognises(path) && Directory.EnumerateFiles(path, "*" + Extension, new EnumerationOptions()).Any()
        : Path.GetExtension(path).Equals(Extension, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public IEnumerable<DatasetEntry> Read(string path)
    {
        string[] files = Directory.Exists(path) ? Directory.GetFiles(path, "*" + Extension) : [path];
        if (!Array.TrueForAll(files, File.Exists) || files.Length == 0)
            throw DatasetTable.OtherLayout(this, path);
        Array.Sort(files, StringComparer.Ordinal);
        var checks = new RowChecks();
        return files.SelectMany(file => ReadFile(file, checks));
    }

    private List<DatasetEntry> ReadFile(string file, RowChecks checks)
    {
        try
        {
            return Samples(ElanDocument.Read(file), file).Select(s => checks.Check(s, $"{file}:{s.Id[(s.Id.LastIndexOf('#') + 1)..]}")).ToList();
        }
        catch (FormatException e)
        {
            return [DatasetEntry.Of(DatasetProblem.BrokenRow(file, e.Message))];
        }
    }

    private List<Sample> Samples(ElanDocument document, string file)
    {
        var glosses = document.Tiers.Where(_names.IsGlosses).ToList();
        var sentences = document.Tiers.Where(_names.IsSentences).ToList();
        if (glosses.Count + sentences.Count == 0)
            throw new FormatException($"none of its tiers ({string.Join(", ", document.Tiers.Select(t => t.Id))}) holds glosses or sentences as far as their names say: name the tiers with --dataset elan:GLOSSES,SENTENCES");
        var (path, origin) = Recording(document, file);
        var name = Path.GetFileNameWithoutExtension(file);
        return sentences.Count > 0
            ? [.. from tier in sentences from sentence in tier.Annotations select Utterance(tier.Participant, sentence)]
            : [.. glosses.Select(t => t.Participant).Distinct().Select(Whole)];

        Sample Utterance(string? participant, ElanAnnotation sentence) =>
            new($"{name}#{sentence.Id}", new SampleMedia(path) { Start = sentence.Start + origin, End = sentence.End + origin })
            {
                Text = sentence.Value.Length > 0 ? sentence.Value : null,
                Glosses = glosses.Count > 0 ? GlossesOf(participant, sentence.Holds) : null,
                Signer = participant,
            };

        Sample Whole(string? participant) =>
            new(participant is null ? name : $"{name}#{participant}", new SampleMedia(path)) { Glosses = GlossesOf(participant, _ => true), Signer = participant };

        string[] GlossesOf(string? participant, Predicate<ElanAnnotation> isIn) =>
            [.. Signs(glosses.Where(t => t.Participant == participant), isIn).Select(a => a.Value)];
    }

    /// <summary>The signs of the gloss tiers of one signer in order of time; one that overlaps the same one of an earlier tier is its other hand.</summary>
    internal static IEnumerable<ElanAnnotation> Signs(IEnumerable<ElanTier> tiers, Predicate<ElanAnnotation> isIn)
    {
        var kept = new List<ElanAnnotation>();
        foreach (var tier in tiers)
        {
            var own = tier.Annotations.Where(a => a.Value.Length > 0 && isIn(a) && !kept.Exists(k => k.Value == a.Value && k.Overlaps(a))).ToList();
            kept.AddRange(own);
        }

        return kept.OrderBy(a => a.Start);
    }

    private static (string Path, TimeSpan Origin) Recording(ElanDocument document, string file)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        var clips = ClipFiles.In(folder);
        foreach (var media in document.Media)
        {
            if (media.Places(folder).FirstOrDefault(p => File.Exists(p) && ClipFiles.IsClip(p)) is { } path)
                return (path, media.Origin);
        }

        var beside = clips.FirstOrDefault(c => Path.GetFileNameWithoutExtension(c) == Path.GetFileNameWithoutExtension(file));
        return (beside ?? document.Media.SelectMany(m => m.Places(folder)).FirstOrDefault() ?? Path.ChangeExtension(file, ".mp4"), TimeSpan.Zero);
    }
}
