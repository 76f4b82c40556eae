namespace SignBridge.Evaluation.Inspection;

/// <summary>The sentences of a data set.</summary>
/// <param name="Sentences">How many samples have one.</param>
/// <param name="Words">How many words in all; of Chinese and Japanese, characters.</param>
/// <param name="Vocabulary">How many different ones.</param>
/// <param name="Singletons">How many occur once.</param>
/// <param name="UnknownWords">Share of the words of other splits that are not in <c>train</c>; null where there is no such split.</param>
/// <param name="KnownSentences">Share of the sentences of other splits that stand word for word in <c>train</c>; null where there is no such split.</param>
public sealed record TextQuality(long Sentences, long Words, int Vocabulary, int Singletons, double? UnknownWords, double? KnownSentences);
