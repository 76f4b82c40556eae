using SignBridge.Evaluation.Datasets;

namespace SignBridge.Evaluation.Scoring;

/// <summary>The segments of a file, in its order.</summary>
/// <param name="Path">The file.</param>
/// <param name="Column">The column or field that they are from; null where a line is a segment.</param>
/// <param name="Segments">From one on.</param>
internal sealed record SegmentFile(string Path, string? Column, IReadOnlyList<Segment> Segments)
{
    /// <summary>Reads a file of lines or of rows with ids.</summary>
    /// <exception cref="SignBridgeException">It is missing, empty, not UTF-8, or a row is broken (<see cref="FailureKind.Input"/>).</exception>
    public static SegmentFile Read(string path, SegmentFormat format, string? column)
    {
        var file = format switch
        {
            SegmentFormat.Jsonl => JsonSegments.Read(path, column),
            SegmentFormat.Csv => CsvSegments.Read(path, column),
            _ => new SegmentFile(path, null, [.. Lines(path).Select(line => new Segment(null, line.Text))]),
        };
        return file.Segments.Count > 0
            ? file
            : throw new SignBridgeException(FailureKind.Input, $"'{path}' has no segments: expected one line for each; check the file.");
    }

    /// <summary>The lines of a file with their numbers.</summary>
    public static IEnumerable<(string Text, int Number)> Lines(string path)
    {
        using var text = StrictText.Open(path);
        for (var number = 1; StrictText.Step(path, text.ReadLine) is { } line; number++)
            yield return (line, number);
    }

    /// <summary>What to say of a broken line.</summary>
    public static SignBridgeException Broken(string path, int line, string reason, string remedy) =>
        new(FailureKind.Input, FormattableString.Invariant($"'{path}' has a broken line {line} ({reason}): {remedy}."));
}
