using SignBridge.Recognition;

namespace SignBridge;

/// <summary>The glosses of an utterance so far.</summary>
/// <param name="Time">Media time of the newest pose.</param>
/// <param name="Utterance">Number of the utterance in its stream, from 0.</param>
/// <param name="Committed">Glosses that stand: later events of the utterance begin with them.</param>
/// <param name="New">How many of them, the last ones, did not stand in the event before.</param>
/// <param name="Partial">Glosses behind them that the next event may read otherwise.</param>
/// <param name="End">Why the utterance ended, or that it goes on.</param>
public sealed record GlossesRead(TimeSpan Time, int Utterance, IReadOnlyList<Gloss> Committed, int New, IReadOnlyList<Gloss> Partial, UtteranceEnd End)
    : LiveEvent(Time);
