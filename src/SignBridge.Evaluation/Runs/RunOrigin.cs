namespace SignBridge.Evaluation.Runs;

/// <summary>How a run came about; it decides no digit.</summary>
/// <param name="Command">The exact command line.</param>
/// <param name="Cards">What the cards of the models say.</param>
/// <param name="Environment">What it ran on and with, by name: processor, system, versions, device.</param>
public sealed record RunOrigin(string Command, IReadOnlyList<CardNote> Cards, IReadOnlyDictionary<string, string> Environment);
