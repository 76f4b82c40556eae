using System.Text.Json;

namespace SignBridge.Onnx;

/// <summary>What every <c>card.json</c> says. The contract of a task is read by that task with <see cref="ModelPackage.ReadCard{T}"/>.</summary>
public sealed record ModelCard
{
    /// <summary>The name, equal to that of the folder.</summary>
    public required string Name { get; init; }

    /// <summary>pose, recognition or translation.</summary>
    public required string Task { get; init; }

    /// <summary>The version of the weights.</summary>
    public required string Version { get; init; }

    /// <summary>SPDX identifier of the licence of the weights.</summary>
    public required string License { get; init; }

    /// <summary>Where the weights come from.</summary>
    public required string Source { get; init; }

    /// <summary>For recognisers: the name of the pose package whose landmarks it was trained on. For a variant of a pose package: the name of the other.</summary>
    public string? Extractor { get; init; }

    /// <summary>What the model cannot do.</summary>
    public string? Limits { get; init; }

    /// <summary>Every file of the package but the card.</summary>
    public required IReadOnlyList<ModelFile> Files { get; init; }

    /// <summary>What was measured, as the card says it: on, metric, value (a number, a list or an object of numbers), how.</summary>
    public IReadOnlyList<JsonElement> Measured { get; init; } = [];
}
