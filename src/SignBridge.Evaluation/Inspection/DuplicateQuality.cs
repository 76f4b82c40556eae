namespace SignBridge.Evaluation.Inspection;

/// <summary>Clips that are there more than once.</summary>
/// <param name="Same">Pairs of the same content.</param>
/// <param name="Near">Pairs that move almost alike: copies that were encoded, scaled or resampled anew, or their likes.</param>
/// <param name="SameAcrossSplits">How many pairs of the same content are in different splits.</param>
/// <param name="NearAcrossSplits">How many near pairs are in different splits.</param>
/// <param name="OtherLabels">How many pairs of the same content have other glosses or another sentence.</param>
/// <param name="Examples">The first pairs, those across splits before others.</param>
public sealed record DuplicateQuality(long Same, long Near, long SameAcrossSplits, long NearAcrossSplits, long OtherLabels, IReadOnlyList<ClipPair> Examples);
