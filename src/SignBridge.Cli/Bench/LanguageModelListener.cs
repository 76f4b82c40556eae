using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using SignBridge.Translation;

namespace SignBridge.Cli;

/// <summary>Keeps what the language models of this process measure while it lives.</summary>
internal sealed class LanguageModelListener : IDisposable
{
    private readonly ConcurrentQueue<double> _firstTokens = new();
    private readonly ConcurrentQueue<double> _furtherTokens = new();
    private readonly MeterListener _listener = new();

    public LanguageModelListener()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == StageMeter.InstrumentationName && Milliseconds(instrument) is { } milliseconds)
                listener.EnableMeasurementEvents(instrument, milliseconds);
        };
        _listener.SetMeasurementEventCallback<double>((_, seconds, _, milliseconds) => ((ConcurrentQueue<double>)milliseconds!).Enqueue(1000 * seconds));
        _listener.Start();
    }

    /// <summary>The figures so far; null where no language model wrote two tokens.</summary>
    public LanguageModelSpeed? Speed => _furtherTokens.IsEmpty
        ? null
        : new LanguageModelSpeed(Percentiles.Of(_firstTokens), Percentiles.Of(_furtherTokens), 1000 * _furtherTokens.Count / _furtherTokens.Sum());

    public void Dispose() => _listener.Dispose();

    private ConcurrentQueue<double>? Milliseconds(Instrument instrument) => instrument.Name switch
    {
        LanguageModelMetrics.TimeToFirstToken => _firstTokens,
        LanguageModelMetrics.TimePerOutputToken => _furtherTokens,
        _ => null,
    };
}
