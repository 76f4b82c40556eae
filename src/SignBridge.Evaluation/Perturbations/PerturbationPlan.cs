using System.Globalization;

namespace SignBridge.Evaluation.Perturbations;

/// <summary>Reads <c>--perturb</c>: names with their levels, for example <c>fps=5,10,15;drop=0.1,0.3;mirror</c>.</summary>
public static class PerturbationPlan
{
    /// <summary>Lists the conditions in the order in which they are written, each once; a name without levels stands for its usual ones.</summary>
    /// <exception cref="SignBridgeException">A name is unknown, or a level is not a number in range (<see cref="FailureKind.Input"/>).</exception>
    public static IReadOnlyList<Perturbation> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).SelectMany(Conditions).DistinctBy(c => c.ToString())];
    }

    private static IEnumerable<Perturbation> Conditions(string text)
    {
        var separator = text.IndexOf('=', StringComparison.Ordinal);
        var name = (separator < 0 ? text : text[..separator]).TrimEnd();
        var kind = PerturbationKinds.All.FirstOrDefault(k => k.Name == name)
            ?? throw Failure($"'{name}' is no perturbation: expected {string.Join(", ", PerturbationKinds.All.Select(k => $"{k.Name} ({k.Range})"))}, with ';' between them and ',' between levels.");
        if (separator < 0)
            return kind.HasLevels ? kind.Defaults.Select(level => new Perturbation(kind, level)) : [new Perturbation(kind, null)];
        return text[(separator + 1)..].Split(',', StringSplitOptions.TrimEntries).Select(level => new Perturbation(kind, Level(kind, level))).ToList();
    }

    private static double Level(PerturbationKind kind, string text) =>
        kind.HasLevels && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var level) && level >= kind.Least && level <= kind.Most
            ? level
            : throw Failure($"'{kind.Name}={text}' cannot be applied: {kind.Name} takes {kind.Range}.");

    private static SignBridgeException Failure(string message) => new(FailureKind.Input, message);
}
