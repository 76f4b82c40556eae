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
            yield return Error(code, $"Rows that cannot be used ({code}): {count} of {quality.Rows}");
        if (quality.Labels is { } labels)
        {
            if (labels.NotInTrain.Count > 0)
                yield return Warning("label-not-in-train", $"Signs of other splits that are not in train, so that no model can know them: {labels.NotInTrain.Count} of {labels.Signs}");
            if (labels.Singletons > 0)
                yield return Info("rare-labels", $"Signs that occur once: {labels.Singletons} of {labels.Signs}");
        }
    }

    private static IEnumerable<Finding> OfSplits(DatasetQuality quality)
    {
        if (quality.Signers is { InSeveralSplits.Count: > 0 } signers)
            yield return Warning("signer-in-several-splits", $"Signers in several splits: {signers.InSeveralSplits.Count} of {signers.Signers}; a score does not tell how new signers fare, and eval --split-by-signer divides anew");
        if (quality.Text is { KnownSentences: > 0 } text)
            yield return Warning("sentence-in-train", $"Sentences of other splits that stand word for word in train, so that a model may know them by heart: {Percent(text.KnownSentences.Value)}");
        if (quality.Text is { UnknownWords: > 0 } words)
            yield return Info("unknown-words", $"Words of other splits that are not in train: {Percent(words.UnknownWords.Value)}");
    }

    private static IEnumerable<Finding> OfClips(ClipSummary clips)
    {
        if (clips.Failed > 0)
            yield return Error("unreadable-clip", $"Clips that cannot be read: {clips.Failed} of {clips.Read + clips.Failed}");
        var slow = clips.Rates.Where(r => double.Parse(r.Key, CultureInfo.InvariantCulture) < SlowRate).Sum(r => r.Value);
        if (slow > 0)
            yield return Warning("low-frame-rate", $"Clips with fewer than {SlowRate} frames a second, too few for fast signing: {slow} of {clips.Read}");
        if (clips.Rates.Count > 1)
            yield return Info("frame-rates", $"Different frame rates: {clips.Rates.Count}");
        if (clips.Seconds is { Min: < ShortSeconds } seconds)
            yield return Warning("short-clip", $"The shortest clip lasts {seconds.Min:0.##} s, less than any sign");
        foreach (var (code, count) in clips.Notices)
            yield return Warning(code, $"Clips with the notice {code}: {count} of {clips.Read}");
        foreach (var finding in clips.Poses is { } poses ? OfPoses(poses) : [])
            yield return finding;
    }

    private static IEnumerable<Finding> OfPoses(PoseSummary poses)
    {
        if (poses.NoBody > 0)
            yield return Error("no-body", $"Clips that never show a body: {poses.NoBody} of {poses.WithoutBody.Count}");
        if (poses.NoHands > poses.NoBody)
            yield return Warning("no-hands", $"Clips that never show a hand: {poses.NoHands} of {poses.WithoutHands.Count}");
        if (poses.HandsCutOff.P95 > 0.25)
            yield return Warning("hands-cut-off", $"A hand is cut off by the edge in {Percent(poses.HandsCutOff.P95)} of the frames or more of one clip in twenty");
        if (poses.Jitter is { P95: > StrongJitter } jitter)
            yield return Warning("jitter", $"The body shakes by {jitter.P95:0.###} shoulder widths or more in one clip in twenty, ten times what is usual");
    }

    private static IEnumerable<Finding> OfDuplicates(DuplicateQuality duplicates)
    {
        if (duplicates.SameAcrossSplits > 0)
            yield return Error("leakage", $"Clips of the same content in two splits, on which a score is no score: {duplicates.SameAcrossSplits}");
        if (duplicates.NearAcrossSplits > 0)
            yield return Warning("near-leakage", $"Pairs of clips in different splits that move almost alike and may be copies; look at them: {duplicates.NearAcrossSplits}");
        if (duplicates.OtherLabels > 0)
            yield return Error("contradictory-labels", $"Clips of the same content that are labelled differently: {duplicates.OtherLabels}");
        if (duplicates.Same > duplicates.SameAcrossSplits)
            yield return Warning("duplicates", $"Clips that are in one split twice: {duplicates.Same - duplicates.SameAcrossSplits}");
        if (duplicates.Near > duplicates.NearAcrossSplits)
            yield return Info("near-duplicates", $"Pairs of clips in one split that move almost alike: {duplicates.Near - duplicates.NearAcrossSplits}");
    }

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.#} %");

    private static Finding Error(string code, FormattableString message) => new(Severity.Error, code, FormattableString.Invariant(message) + ".");

    private static Finding Warning(string code, FormattableString message) => new(Severity.Warning, code, FormattableString.Invariant(message) + ".");

    private static Finding Info(string code, FormattableString message) => new(Severity.Info, code, FormattableString.Invariant(message) + ".");
}
