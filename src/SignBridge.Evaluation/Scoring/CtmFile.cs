using System.Globalization;

namespace SignBridge.Evaluation.Scoring;

/// <summary>Reads hypotheses in NIST's CTM: <c>file channel begin duration word [confidence]</c> (sclite's infmts.htm).</summary>
internal static class CtmFile
{
    private const string Remedy = "expected file, channel, begin and duration in seconds, and a word; correct it";

    /// <summary>Reads the words, in the order of the file.</summary>
    public static IEnumerable<CtmWord> Read(string path)
    {
        foreach (var (text, line) in SegmentFile.Lines(path))
        {
            if (StmFile.IsComment(text))
                continue;
            var fields = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length is not (5 or 6) || !TryTime(fields[2], out var begin) || !TryTime(fields[3], out var duration))
                throw SegmentFile.Broken(path, line, "no word with its time", Remedy);
            yield return new CtmWord($"{fields[0]} {fields[1]}", begin, begin + duration / 2, fields[4], line);
        }
    }

    private static bool TryTime(string text, out double seconds) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out seconds) && double.IsFinite(seconds);
}
