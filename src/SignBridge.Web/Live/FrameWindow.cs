namespace SignBridge.Web;

/// <summary>Which frames of a session have come and which of them are done with: order, and how many are in flight. Thread-safe.</summary>
/// <param name="most">Frames that may be in flight.</param>
/// <param name="longestGap">Media time that may lie between two frames: what is missing is filled in, which costs work.</param>
internal sealed class FrameWindow(int most, TimeSpan longestGap)
{
    private readonly Lock _gate = new();
    private readonly List<long> _pending = new(most);
    private TimeSpan? _time;

    /// <summary>How many frames may be in flight.</summary>
    public int Most => most;

    /// <summary>The number of the newest frame; 0 before the first.</summary>
    public long Newest { get; private set; }

    /// <summary>All frames up to this number are done with.</summary>
    public long Acknowledged
    {
        get
        {
            lock (_gate)
                return _pending.Count == 0 ? Newest : _pending[0] - 1;
        }
    }

    /// <summary>A frame has come.</summary>
    /// <exception cref="ProtocolViolation">It is out of order, a duplicate, or one too many.</exception>
    public void Receive(FrameHeader frame)
    {
        lock (_gate)
        {
            if (frame.Number <= Newest)
                throw new ProtocolViolation("frame-order", $"Frame {frame.Number} came after frame {Newest}: number the frames 1, 2, 3 and send each once.");
            if (_time is { } before && (frame.Time <= before || frame.Time - before > longestGap))
                throw OutOfTime(frame, before);
            if (_pending.Count == most)
                throw new ProtocolViolation("too-many-frames", $"Frame {frame.Number} came while {most} were unacknowledged: wait for acknowledgements.");
            (Newest, _time) = (frame.Number, frame.Time);
            _pending.Add(frame.Number);
        }
    }

    /// <summary>A frame is done with.</summary>
    public void Finish(long number)
    {
        lock (_gate)
            _pending.Remove(number);
    }

    private ProtocolViolation OutOfTime(FrameHeader frame, TimeSpan before) => new("frame-order", FormattableString.Invariant(
        $"Frame {frame.Number} is at {frame.Time.TotalSeconds:0.###} s after one at {before.TotalSeconds:0.###} s: media time increases, by at most {longestGap.TotalSeconds:0} s."));
}
