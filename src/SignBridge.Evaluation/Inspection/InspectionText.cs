using System.Globalization;

namespace SignBridge.Evaluation.Inspection;

/// <summary>Writes what was found in a data set for people: the figures, then the findings.</summary>
public static class InspectionText
{
    /// <summary>Writes the lines.</summary>
    public static void Write(TextWriter output, DatasetQuality quality)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(quality);
        foreach (var (name, value) in Lines(quality))
            output.WriteLine($"{name + ":",-12}{value}");
        foreach (var finding in quality.Findings)
            output.WriteLine($"{(finding.Severity == Severity.Error ? "error" : finding.Severity == Severity.Warning ? "warning" : "info") + ":",-12}{finding.Message}");
        foreach (var pair in quality.Duplicates.Examples.Where(p => p.IsLeak).Take(10))
            output.WriteLine(FormattableString.Invariant($"{"leak:",-12}{pair.First} ({pair.FirstSplit ?? "no split"}) and {pair.Second} ({pair.SecondSplit ?? "no split"}) {(pair.Distance is { } bits ? $"differ in {bits} of {ClipFingerprint.Bits} bits" : "are the same")}"));
    }

    private static IEnumerable<(string Name, string Value)> Lines(DatasetQuality quality)
    {
        yield return ("data", $"{quality.Dataset}, {quality.Layout}");
        yield return ("rows", FormattableString.Invariant($"{quality.Rows}, {quality.Rows - quality.Problems.Values.Sum()} usable"));
        yield return ("splits", string.Join(", ", quality.Splits.Select(s => FormattableString.Invariant($"{(s.Key.Length == 0 ? "none" : s.Key)} {s.Value}"))));
        if (quality.Signers is { } signers)
            yield return ("signers", FormattableString.Invariant($"{signers.Signers}, {signers.Unknown} samples without"));
        if (quality.Labels is { } labels)
            yield return ("signs", FormattableString.Invariant($"{labels.Signs} in {labels.Total}, {labels.Least} to {labels.Most} times each, entropy {labels.Entropy:0.00} of {Math.Log2(labels.Signs):0.00} bits"));
        if (quality.Text is { } text)
            yield return ("text", FormattableString.Invariant($"{text.Sentences} sentences, {text.Words} words, {text.Vocabulary} different, {text.Singletons} once"));
        yield return ("clips", FormattableString.Invariant($"{quality.Clips.Read} read, {quality.Clips.Failed} unreadable"));
        if (quality.Clips.Sizes.Count > 0)
            yield return ("sizes", Counts(quality.Clips.Sizes));
        if (quality.Clips.Read > 0)
            yield return ("frames/s", Counts(quality.Clips.Rates));
        if (quality.Clips.Seconds is { } seconds)
            yield return ("seconds", Spread(seconds, "0.##"));
        foreach (var line in quality.Clips.Poses is { } poses ? Lines(poses) : [])
            yield return line;
        yield return ("duplicates", FormattableString.Invariant($"{quality.Duplicates.Same} same ({quality.Duplicates.SameAcrossSplits} across splits), {quality.Duplicates.Near} near ({quality.Duplicates.NearAcrossSplits} across splits)"));
    }

    private static IEnumerable<(string Name, string Value)> Lines(PoseSummary poses)
    {
        yield return ("no body", Spread(poses.WithoutBody, "0 %") + " of the frames");
        yield return ("no hands", Spread(poses.WithoutHands, "0 %") + " of the frames");
        yield return ("cut off", Spread(poses.HandsCutOff, "0 %") + " of the frames");
        if (poses.Jitter is { } jitter)
            yield return ("jitter", Spread(jitter, "0.0000") + " shoulder widths");
    }

    private static string Counts(IReadOnlyDictionary<string, long> counts)
    {
        const int most = 5;
        var first = string.Join(", ", counts.OrderByDescending(c => c.Value).Take(most).Select(c => FormattableString.Invariant($"{c.Key} in {c.Value}")));
        return counts.Count > most ? FormattableString.Invariant($"{first}, {counts.Count - most} others") : first;
    }

    private static string Spread(Distribution values, string format)
    {
        return $"median {Of(values.Median)}, 5 to 95 %: {Of(values.P5)} to {Of(values.P95)}, all: {Of(values.Min)} to {Of(values.Max)}";

        string Of(double value) => value.ToString(format, CultureInfo.InvariantCulture);
    }
}
