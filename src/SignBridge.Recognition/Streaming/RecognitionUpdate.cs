namespace SignBridge.Recognition;

/// <summary>What is known of the utterance that is being signed.</summary>
/// <param name="Utterance">Number of the utterance in its stream, from 0.</param>
/// <param name="Committed">Glosses that stand: later updates of the utterance begin with them.</param>
/// <param name="New">How many of them, the last ones, did not stand in the update before.</param>
/// <param name="Partial">Glosses behind them as they are read now; the next update may read them otherwise. Empty at the end.</param>
/// <param name="End">Why the utterance ended, or that it goes on.</param>
public sealed record RecognitionUpdate(int Utterance, IReadOnlyList<Gloss> Committed, int New, IReadOnlyList<Gloss> Partial, UtteranceEnd End);
