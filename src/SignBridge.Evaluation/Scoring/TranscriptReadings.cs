namespace SignBridge.Evaluation.Scoring;

/// <summary>What a transcript with NIST's alternatives may say: <c>i've { um / uh / @ } gone</c> has three readings, the last without a word.</summary>
internal static class TranscriptReadings
{
    private const int Most = 1000;

    /// <summary>All readings, the one of the first alternatives first.</summary>
    /// <exception cref="FormatException">The braces do not match, or there are more than a thousand readings.</exception>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> words)
    {
        var position = 0;
        var readings = Sequence(words, ref position);
        return position == words.Count
            ? [.. readings.Select(r => string.Join(' ', r))]
            : throw new FormatException($"'{words[position]}' without a brace that opens");
    }

    // Up to what ends an alternative.
    private static List<List<string>> Sequence(IReadOnlyList<string> words, ref int position)
    {
        List<List<string>> readings = [[]];
        while (position < words.Count && words[position] is not ("/" or "}"))
        {
            var word = words[position++];
            var alternatives = word == "{" ? Alternatives(words, ref position) : [word == "@" ? [] : [word]];
            if (readings.Count * alternatives.Count > Most)
                throw new FormatException("more than 1000 readings");
            readings = [.. from reading in readings from alternative in alternatives select (List<string>)[.. reading, .. alternative]];
        }

        return readings;
    }

    private static List<List<string>> Alternatives(IReadOnlyList<string> words, ref int position)
    {
        var alternatives = Sequence(words, ref position);
        while (position < words.Count && words[position] == "/")
        {
            position++;
            alternatives.AddRange(Sequence(words, ref position));
        }

        return position++ < words.Count ? alternatives : throw new FormatException("a brace is not closed");
    }
}
