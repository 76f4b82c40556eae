using System.Globalization;

namespace SignBridge.Evaluation.Inspection;

/// <summary>Says what of the figures of a data set matters.</summary>
internal static class Findings
{
    /// <summary>With fewer frames a second the hands of fluent signing move by more than their size between frames.</summary>
    private const double SlowRate = 20;

    /// <summary>Shorter than any sign.</summary>
    private const double ShortSeconds = 0.3;

    /// <summary>Ten times the median of the 250 PopSign clips, 0.0024.</summary>
    private const double StrongJitter = 0.024;

    /// <summary>The findings, the worst first.</summary>
    public static IReadOnlyList<Finding> Of(DatasetQuality quality) =>
        [.. OfRows(quality).Concat(OfSplits(quality)).Concat(OfClips(quality.Clips)).Concat(OfDuplicates(quality.Duplicates)).OrderByDescending(f => f.Severity)];

    private static IEnumerable<Finding> OfRows(DatasetQuality quality)
    {
        foreach (var (code, count) in quality.Problems)
            yield return Error(code, $"{count} of {quality.Rows} rows cannot be used ({code})");
        if (quality.Labels is { } labels)
        {
            if (labels.NotInTrain.Count > 0)
                yield return Warning("label-not-in-train", $"{labels.NotInTrain.Count} signs of other splits are not in train, so no model can know them");
            if (labels.Singletons > 0)
                yield return Info("rare-labels", $"{labels.Singletons} of {labels.Signs} signs occur once");
        }
    }

    private static IEnumerable<Finding> OfSplits(DatasetQuality quality)
    {
        if (quality.Signers is { InSeveralSplits.Count: > 0 } signers)
            yield return Warning("signer-in-several-splits", $"{signers.InSeveralSplits.Count} of {signers.Signers} signers are in several splits, so a score does not tell how new signers fare; --split-by-signer of eval divides anew");
        if (quality.Text is { KnownSentences: > 0 } text)
            yield return Warning("sentence-in-train", $"{Percent(text.KnownSentences.Value)} of the sentences of other splits stand word for word in train, so a model may know them by heart");
        if (quality.Text is { UnknownWords: > 0 } words)
            yield return Info("unknown-words", $"{Percent(words.UnknownWords.Value)} of the words of other splits are not in train");
    }

    private static IEnumerable<Finding> OfClips(ClipSummary clips)
    {
        if (clips.Failed > 0)
            yield return Error("unreadable-clip", $"{clips.Failed} of {clips.Read + clips.Failed} clips cannot be read");
        var slow = clips.Rates.Where(r => double.Parse(r.Key, CultureInfo.InvariantCulture) < SlowRate).Sum(r => r.Value);
        if (slow > 0)
            yield return Warning("low-frame-rate", $"{slow} clips have fewer than {SlowRate} frames a second, too few for fast signing");
        if (clips.Rates.Count > 1)
            yield return Info("frame-rates", $"the clips have {clips.Rates.Count} different frame rates");
        if (clips.Seconds is { Min: < ShortSeconds } seconds)
            yield return Warning("short-clip", $"the shortest clip lasts {seconds.Min:0.##} s, less than any sign");
        foreach (var (code, count) in clips.Notices)
            yield return Warning(code, $"{count} clips have the notice {code}");
        foreach (var finding in clips.Poses is { } poses ? OfPoses(poses) : [])
            yield return finding;
    }

    private static IEnumerable<Finding> OfPoses(PoseSummary poses)
    {
        if (poses.NoBody > 0)
            yield return Error("no-body", $"{poses.NoBody} clips never show a body");
        if (poses.NoHands > poses.NoBody)
            yield return Warning("no-hands", $"{poses.NoHands} clips never show a hand");
        if (poses.HandsCutOff.P95 > 0.25)
            yield return Warning("hands-cut-off", $"in a clip of twenty, a hand is cut off by the edge in {Percent(poses.HandsCutOff.P95)} of the frames or more");
        if (poses.Jitter is { P95: > StrongJitter } jitter)
            yield return Warning("jitter", $"in a clip of twenty, the body shakes by {jitter.P95:0.###} shoulder widths or more, ten times what is usual");
    }

    private static IEnumerable<Finding> OfDuplicates(DuplicateQuality duplicates)
    {
        if (duplicates.SameAcrossSplits > 0)
            yield return Error("leakage", $"{duplicates.SameAcrossSplits} clips are in two splits with the same content, so a score on them is no score");
        if (duplicates.NearAcrossSplits > 0)
            yield return Warning("near-leakage", $"{duplicates.NearAcrossSplits} pairs of clips in different splits move almost alike: look at them, they may be copies");
        if (duplicates.OtherLabels > 0)
            yield return Error("contradictory-labels", $"{duplicates.OtherLabels} clips of the same content are labelled differently");
        if (duplicates.Same > duplicates.SameAcrossSplits)
            yield return Warning("duplicates", $"{duplicates.Same - duplicates.SameAcrossSplits} clips are in one split twice");
        if (duplicates.Near > duplicates.NearAcrossSplits)
            yield return Info("near-duplicates", $"{duplicates.Near - duplicates.NearAcrossSplits} pairs of clips in one split move almost alike");
    }

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.#} %");

    private static Finding Error(string code, FormattableString message) => new(Severity.Error, code, FormattableString.Invariant(message) + ".");

    private static Finding Warning(string code, FormattableString message) => new(Severity.Warning, code, FormattableString.Invariant(message) + ".");

    private static Finding Info(string code, FormattableString message) => new(Severity.Info, code, FormattableString.Invariant(message) + ".");
}
