namespace SignBridge.Evaluation.Metrics.Translation;

/// <summary>What BLEU does about an order of which nothing matched (Chen and Cherry 2014, as sacreBLEU names it).</summary>
/// <param name="Method">As <c>--smooth</c> has it: <c>exp</c>, <c>floor</c>, <c>add-k</c>, <c>none</c>.</param>
/// <param name="Value">Matches that stand for none (<c>floor</c>) or that are added to the orders from 2 (<c>add-k</c>); 0 otherwise.</param>
public sealed record BleuSmoothing(string Method, double Value)
{
    /// <summary>All methods.</summary>
    public static IReadOnlyList<string> Methods { get; } = ["exp", "floor", "add-k", "none"];

    /// <summary>NIST's: each such order counts half as much as the one before it. The default of sacreBLEU.</summary>
    public static BleuSmoothing Exponential { get; } = new("exp", 0);

    private bool HasValue => Method is "floor" or "add-k";

    /// <summary>The method with a value, or with sacreBLEU's own: 0.1 for <c>floor</c>, 1 for <c>add-k</c>.</summary>
    /// <exception cref="ArgumentException">There is no such method, or it takes no value, or the value is below 0.</exception>
    public static BleuSmoothing Create(string method, double? value = null)
    {
        var smoothing = new BleuSmoothing(method, value ?? method switch { "floor" => 0.1, "add-k" => 1, _ => 0 });
        if (!Methods.Contains(method))
            throw new ArgumentException($"There is no smoothing '{method}'; there are {string.Join(", ", Methods)}.", nameof(method));
        if (value is not null && (!smoothing.HasValue || !(value >= 0)))
            throw new ArgumentException($"The smoothing '{method}' takes {(smoothing.HasValue ? "a number from 0" : "no value")}.", nameof(value));
        return smoothing;
    }

    /// <summary>As the signature has it, for example <c>floor[0.10]</c>.</summary>
    public override string ToString() => HasValue ? FormattableString.Invariant($"{Method}[{Value:0.00}]") : Method;
}
