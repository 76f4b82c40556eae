using System.Globalization;
using SignBridge.Video;

namespace SignBridge.Evaluation.Perturbations;

/// <summary>A perturbation at any level: it changes either poses or frames.</summary>
/// <param name="Name">Lower-case words joined by hyphens.</param>
/// <param name="Unit">What follows a level, with its blank.</param>
/// <param name="Least">The least level.</param>
/// <param name="Most">The highest level.</param>
/// <param name="Defaults">The levels where only the name is given; none for a perturbation without levels.</param>
internal sealed record PerturbationKind(string Name, string Unit, double Least, double Most, params IReadOnlyList<double> Defaults)
{
    /// <summary>What it does to poses at a level; null where it changes frames.</summary>
    public Func<PoseSequence, double, Random, PoseSequence>? Poses { get; init; }

    /// <summary>What it does to frames at a level; null where it changes poses.</summary>
    public Func<IFrameSource, double, Random, IFrameSource>? Frames { get; init; }

    /// <summary>Whether it has levels.</summary>
    public bool HasLevels => Defaults.Count > 0;

    /// <summary>The levels that it takes, for example <c>0 to 0.95 of the frames</c>.</summary>
    public string Range => HasLevels ? string.Create(CultureInfo.InvariantCulture, $"{Least} to {Most}{Unit}") : "no level";
}
