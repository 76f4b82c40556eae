namespace SignBridge.Evaluation.Scoring;

/// <summary>A word of a hypothesis in CTM.</summary>
/// <param name="Recording">File and channel.</param>
/// <param name="Begin">Where it begins, in seconds.</param>
/// <param name="Middle">The middle of its time, in seconds: what decides to which segment it belongs.</param>
/// <param name="Word">The word.</param>
/// <param name="Line">Its line in the file.</param>
internal sealed record CtmWord(string Recording, double Begin, double Middle, string Word, int Line);
