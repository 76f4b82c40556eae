namespace SignBridge.Evaluation.Inspection;

/// <summary>The signs of a data set.</summary>
/// <param name="Signs">How many different ones.</param>
/// <param name="Total">How many in all samples.</param>
/// <param name="Singletons">How many occur once.</param>
/// <param name="Entropy">In bits: log2 of the number of signs where all are equally frequent.</param>
/// <param name="Most">How often the most frequent one occurs.</param>
/// <param name="Least">How often the rarest one occurs.</param>
/// <param name="NotInTrain">Signs of other splits that are not in <c>train</c>, in ordinal order; empty where there is no such split.</param>
public sealed record LabelQuality(int Signs, long Total, int Singletons, double Entropy, long Most, long Least, IReadOnlyList<string> NotInTrain);
