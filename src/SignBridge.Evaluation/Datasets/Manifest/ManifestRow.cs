using System.Globalization;

namespace SignBridge.Evaluation.Datasets;

/// <summary>A row of a manifest before its values are understood.</summary>
/// <param name="Place">The file and line, as <c>file:line</c>.</param>
internal sealed record ManifestRow(string Place)
{
    private static readonly string[] Known = ["id", "file", "gloss", "text", "split", "signer", "lang", "start", "end", "fps", "sequence"];

    /// <summary>The fields by column, none of them empty.</summary>
    public required IReadOnlyDictionary<string, string> Fields { get; init; }

    /// <summary>The glosses where they were given as a list; null where <c>gloss</c> is among the fields or not given.</summary>
    public IReadOnlyList<string>? Glosses { get; init; }

    /// <summary>Why the row cannot be used; null where it can.</summary>
    public DatasetProblem? Problem { get; init; }

    /// <summary>The sample, or what is wrong with the row.</summary>
    public DatasetEntry ToEntry(RowChecks checks)
    {
        if (Problem is not null)
            return DatasetEntry.Of(Problem);
        if (this["file"] is not { } file)
            return Broken("it has no file");
        if (!TryRead("start", out var start) || !TryRead("end", out var end) || end <= start)
            return Broken($"expected start and end in seconds, the end after the start, not '{this["start"]}' and '{this["end"]}'");
        if (!TryRead("fps", out var rate) || rate == 0)
            return Broken($"expected frames a second as fps, not '{this["fps"]}'");

        var folder = Path.GetDirectoryName(Place[..Place.LastIndexOf(':')])!;
        var media = new SampleMedia(Path.Combine(folder, file))
        {
            Start = Seconds(start),
            End = Seconds(end),
            ImagesPerSecond = rate,
            Sequence = this["sequence"],
        };
        return checks.Check(
            new Sample(this["id"] ?? file, media)
            {
                Glosses = Glosses ?? this["gloss"]?.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                Text = this["text"],
                Split = this["split"],
                Signer = this["signer"],
                Language = this["lang"],
                Columns = Fields.Where(f => !Known.Contains(f.Key)).ToDictionary(StringComparer.Ordinal),
            },
            Place);
    }

    private string? this[string column] => Fields.GetValueOrDefault(column);

    private DatasetEntry Broken(string fault) => DatasetEntry.Of(DatasetProblem.BrokenRow(Place, fault));

    private static TimeSpan? Seconds(double? value) => value is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    private bool TryRead(string column, out double? value)
    {
        value = null;
        if (this[column] is not { } field)
            return true;
        if (!double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || number is not (>= 0 and < 1e9))
            return false;
        value = number;
        return true;
    }
}
