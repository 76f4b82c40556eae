namespace SignBridge.Cli;

/// <summary>How fast the language model answered.</summary>
/// <param name="TimeToFirstTokenMilliseconds">From asking for a translation to its first token.</param>
/// <param name="TokenMilliseconds">A token after the first.</param>
/// <param name="TokensPerSecond">The tokens after the first by the time they took: the rate of one stream.</param>
internal sealed record LanguageModelSpeed(Percentiles TimeToFirstTokenMilliseconds, Percentiles TokenMilliseconds, double TokensPerSecond);
