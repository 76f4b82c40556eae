using System.Globalization;

namespace SignBridge.Evaluation.Scoring;

/// <summary>Reads references in NIST's STM: <c>file channel speaker begin end [&lt;label&gt;] words</c> (sclite's infmts.htm).</summary>
internal static class StmFile
{
    private const string Ignored = "IGNORE_TIME_SEGMENT_IN_SCORING";
    private const string Remedy = "expected file, channel, speaker, begin and end in seconds, and the words; correct it";

    /// <summary>Reads the segments, for each recording in the order of time.</summary>
    public static IReadOnlyList<StmSegment> Read(string path)
    {
        var segments = new List<(StmSegment Segment, int Line)>();
        foreach (var (text, line) in SegmentFile.Lines(path))
        {
            if (!IsComment(text))
                segments.Add((Parse(path, text, line), line));
        }

        return segments.Count > 0
            ? [.. segments.GroupBy(s => s.Segment.Recording, StringComparer.Ordinal).SelectMany(r => r.OrderBy(s => s.Segment.End)).Select(s => s.Segment)]
            : throw new SignBridgeException(FailureKind.Input, $"'{path}' has no segments: expected one line for each; check the file.");
    }

    /// <summary>Whether a line of an STM or CTM file is empty or a comment.</summary>
    public static bool IsComment(string line) => string.IsNullOrWhiteSpace(line) || line.StartsWith(";;", StringComparison.Ordinal);

    private static StmSegment Parse(string path, string text, int line)
    {
        var fields = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length < 5 || !TryTime(fields[3], out var begin) || !TryTime(fields[4], out var end) || end < begin)
            throw SegmentFile.Broken(path, line, "no segment with its times", Remedy);
        var first = fields.Length > 5 && fields[5][0] == '<' && fields[5][^1] == '>' ? 6 : 5;
        var words = fields[first..];
        try
        {
            return new StmSegment($"{fields[0]} {fields[1]}", end, words is [Ignored] ? [] : TranscriptReadings.Of(words));
        }
        catch (FormatException e)
        {
            throw SegmentFile.Broken(path, line, e.Message, "expected alternatives as { a b / c / @ }; correct them");
        }
    }

    private static bool TryTime(string text, out double seconds) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out seconds);
}
