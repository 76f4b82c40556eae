using System.Threading.Channels;

namespace SignBridge.Web;

/// <summary>What a session has to say: the newest events, also for a client that resumes, the acknowledgement that is due, and the end. Thread-safe.</summary>
/// <remarks>Acknowledgements are not kept: a later one says all that an earlier one did.</remarks>
/// <param name="most">Events that are kept.</param>
internal sealed class EventLog(int most)
{
    private readonly Lock _gate = new();
    private readonly Queue<byte[]> _events = new();
    private readonly Channel<bool> _changed = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private Acknowledgement? _due;
    private long _newest;
    private long _acknowledged;

    /// <summary>How the session ended; null while it goes on.</summary>
    public SessionEnd? End { get; private set; }

    /// <summary>Adds the event with the next number.</summary>
    public void Add(byte[] json)
    {
        lock (_gate)
        {
            _newest++;
            _events.Enqueue(json);
            if (_events.Count > most)
                _events.Dequeue();
        }

        _changed.Writer.TryWrite(true);
    }

    /// <summary>Frames are done with; a pose that was not sent yet is kept beside a newer number. What says nothing new is left out.</summary>
    public void Acknowledge(Acknowledgement acknowledgement)
    {
        lock (_gate)
        {
            if (acknowledgement.Frame <= _acknowledged && acknowledgement.Pose is null)
                return;
            _acknowledged = Math.Max(_acknowledged, acknowledgement.Frame); // two threads may come in the other order
            _due = acknowledgement with { Frame = _acknowledged, Pose = acknowledgement.Pose ?? _due?.Pose };
        }

        _changed.Writer.TryWrite(true);
    }

    /// <summary>Nothing follows.</summary>
    public void Complete(SessionEnd end)
    {
        lock (_gate)
            End ??= end;
        _changed.Writer.TryWrite(true);
    }

    /// <summary>Whether every event after this number is still there.</summary>
    public bool Holds(long after)
    {
        lock (_gate)
            return after >= _newest - _events.Count && after <= _newest;
    }

    /// <summary>The event after this number; null where there is none yet, or no more.</summary>
    public byte[]? After(long sequence)
    {
        lock (_gate)
        {
            var index = sequence - (_newest - _events.Count);
            return index >= 0 && index < _events.Count ? _events.ElementAt((int)index) : null;
        }
    }

    /// <summary>Takes the acknowledgement that is due; null where none is.</summary>
    public Acknowledgement? TakeAcknowledgement()
    {
        lock (_gate)
        {
            var due = _due;
            _due = null;
            return due;
        }
    }

    /// <summary>Waits for something new. For one reader at a time, who looked at everything before.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken) => await _changed.Reader.ReadAsync(cancellationToken);
}
