using System.Diagnostics.Metrics;

namespace SignBridge.Web;

/// <summary>Counts live sessions, beside the instruments of the stages.</summary>
internal sealed class SessionMeters
{
    private readonly UpDownCounter<long> _active;
    private readonly Counter<long> _refused;

    public SessionMeters(IMeterFactory meters)
    {
        var meter = meters.Create(StageMeter.InstrumentationName);
        _active = meter.CreateUpDownCounter<long>("signbridge.sessions.active", "{session}", "Live sessions, with those whose connection is lost.");
        _refused = meter.CreateCounter<long>("signbridge.sessions.refused", "{session}", "Live sessions refused because there were too many.");
    }

    public void Opened() => _active.Add(1);

    public void Closed() => _active.Add(-1);

    public void Refused() => _refused.Add(1);
}
