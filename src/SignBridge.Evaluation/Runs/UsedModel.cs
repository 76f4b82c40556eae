namespace SignBridge.Evaluation.Runs;

/// <summary>A model of a run.</summary>
/// <param name="Task">pose, recognition or translation.</param>
/// <param name="Name">The package; for text also <c>plain</c> or the name of a remote model.</param>
/// <param name="Version">The version of the weights; empty where there are none.</param>
/// <param name="Sha256">Over the sha256 of its files; empty where there are none.</param>
public sealed record UsedModel(string Task, string Name, string Version, string Sha256);
