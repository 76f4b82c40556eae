namespace SignBridge.Cli;

/// <summary>What is measured how often.</summary>
/// <param name="Work"><c>translate</c>, <c>live</c>, <c>pose</c> or <c>pose+face</c>.</param>
/// <param name="Inputs">The clips of a round.</param>
/// <param name="Streams">How many times each clip is worked on in a round, all at the same time.</param>
/// <param name="Warmup">Rounds before the measured ones.</param>
/// <param name="Rounds">Measured rounds.</param>
internal sealed record BenchPlan(string Work, IReadOnlyList<string> Inputs, int Streams, int Warmup, int Rounds);
