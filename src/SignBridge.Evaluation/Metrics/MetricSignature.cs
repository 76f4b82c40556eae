using System.Text;

namespace SignBridge.Evaluation.Metrics;

/// <summary>Writes signatures in sacreBLEU's form: fields <c>key:value</c> with bars between them, <c>nrefs</c> first. Where sacreBLEU ends with
/// its own version, two fields say whose digits these equal and what computed them:
/// <c>nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp|equals:sacrebleu-2.6.0|version:signbridge-0.1.0</c>.</summary>
public static class MetricSignature
{
    private const string References = "nrefs:1";

    /// <summary>The release whose scores BLEU, chrF and TER equal.</summary>
    internal const string SacreBleu = "sacrebleu-2.6.0";

    private static readonly string Version = $"signbridge-{typeof(MetricSignature).Assembly.GetName().Version!.ToString(3)}";

    /// <summary>Adds what was done beside the metric, for example <c>bs:1000</c>, behind the number of references as sacreBLEU does.</summary>
    /// <param name="signature">Of a metric.</param>
    /// <param name="fields">Keys and values, in the order in which they stand.</param>
    public static string With(string signature, params ReadOnlySpan<(string Key, string Value)> fields)
    {
        ArgumentNullException.ThrowIfNull(signature);
        var text = new StringBuilder(References);
        foreach (var (key, value) in fields)
            text.Append('|').Append(key).Append(':').Append(value);
        return signature.StartsWith(References, StringComparison.Ordinal)
            ? text.Append(signature, References.Length, signature.Length - References.Length).ToString()
            : throw new ArgumentException($"'{signature}' is not a signature: it does not begin with {References}.", nameof(signature));
    }

    /// <summary>Adds how an interval was drawn.</summary>
    /// <param name="signature">Of a metric.</param>
    /// <param name="resamples">Resampled corpora.</param>
    /// <param name="seed">Decided what was drawn.</param>
    public static string WithBootstrap(string signature, int resamples, int seed) =>
        With(signature, ("bs", FormattableString.Invariant($"{resamples}")), ("seed", FormattableString.Invariant($"{seed}")));

    /// <param name="equals">The tool whose digits these are; null where there is none.</param>
    /// <param name="fields">Keys and values.</param>
    internal static string Of(string? equals, params ReadOnlySpan<(string Key, string Value)> fields)
    {
        var text = new StringBuilder(With(References, fields));
        if (equals is not null)
            text.Append("|equals:").Append(equals);
        return text.Append("|version:").Append(Version).ToString();
    }

    internal static string Case(bool isLowercase) => isLowercase ? "lc" : "mixed";

    internal static string YesNo(bool value) => value ? "yes" : "no";
}
