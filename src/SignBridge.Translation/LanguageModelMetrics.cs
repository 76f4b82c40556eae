using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SignBridge.Translation;

/// <summary>The instruments of language models on this machine: histograms of the meter <c>SignBridge</c>, in seconds, tagged with the model.</summary>
public static class LanguageModelMetrics
{
    /// <summary>From asking for a translation to the first token of its answer.</summary>
    public const string TimeToFirstToken = "signbridge.translation.time_to_first_token";

    /// <summary>The step that computed one further token; with beams, one of each. Its inverse is what people call tokens/s.</summary>
    public const string TimePerOutputToken = "signbridge.translation.time_per_output_token";

    private static readonly Meter Instruments = new(StageMeter.InstrumentationName);
    private static readonly Histogram<double> First =
        Instruments.CreateHistogram<double>(TimeToFirstToken, "s", "Time from asking for a translation to the first token.");
    private static readonly Histogram<double> Further =
        Instruments.CreateHistogram<double>(TimePerOutputToken, "s", "Time of computing a token after the first.");

    internal static void RecordFirstToken(TimeSpan duration, in TagList tags) => First.Record(duration.TotalSeconds, tags);

    internal static void RecordFurtherToken(TimeSpan duration, in TagList tags) => Further.Record(duration.TotalSeconds, tags);
}
