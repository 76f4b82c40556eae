using System.Globalization;
using SignBridge.Evaluation.Metrics;

namespace SignBridge.Evaluation.Reports;

/// <summary>How reports for people print scores: two digits, as papers do.</summary>
internal static class Figure
{
    /// <summary>A dash where the score is not defined.</summary>
    public static string Of(double value) => double.IsNaN(value) ? "–" : value.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>Empty where there is no interval.</summary>
    public static string Of(ConfidenceInterval? interval) => interval is { } i ? $"{Of(i.Lower)} – {Of(i.Upper)}" : "";

    public static string Of(int count) => count.ToString(CultureInfo.InvariantCulture);
}
