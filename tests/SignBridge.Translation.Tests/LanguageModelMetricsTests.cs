using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace SignBridge.Translation.Tests;

public sealed class LanguageModelMetricsTests(ShippedLanguageModel shipped)
{
    // Other tests translate at the same time; what a test measures is measured in its own execution context.
    private static readonly AsyncLocal<bool> IsMeasured = new();

    [Fact]
    public async Task TranslateAsync_Answer_RecordsTheFirstTokenAndEachFurtherOne()
    {
        var recorded = await RecordAsync("cow drink water");

        // "The", " cow", " drinks", " water", "." and the end.
        Assert.Equal(
            [(LanguageModelMetrics.TimeToFirstToken, 1), (LanguageModelMetrics.TimePerOutputToken, 5)],
            recorded.GroupBy(r => r.Instrument).Select(g => (g.Key, g.Count())));
        Assert.All(recorded, r => Assert.Equal("gloss2text-en", r.Model));
        Assert.All(recorded, r => Assert.InRange(r.Seconds, 1e-6, 60));
    }

    [Fact]
    public async Task TranslateAsync_NothingRecognised_RecordsNothing() => Assert.Empty(await RecordAsync("? ?"));

    private async Task<IReadOnlyList<(string Instrument, double Seconds, object? Model)>> RecordAsync(string glosses)
    {
        var recorded = new ConcurrentQueue<(string Instrument, double Seconds, object? Model)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Name is LanguageModelMetrics.TimeToFirstToken or LanguageModelMetrics.TimePerOutputToken)
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, seconds, tags, _) =>
        {
            if (IsMeasured.Value)
                recorded.Enqueue((instrument.Name, seconds, tags[0].Value));
        });
        listener.Start();

        IsMeasured.Value = true;
        await shipped.Translator.FinalAsync(glosses);
        IsMeasured.Value = false;
        return [.. recorded];
    }
}
