namespace SignBridge.Cli;

/// <summary>The managed memory that is allocated while any stream starts a clip, that is before the clip's first pose: buffers of the models,
/// decoder and pools, which a longer clip does not need again.</summary>
internal sealed class StartAllocations
{
    private readonly Lock _gate = new();
    private int _starting;
    private long _since;

    /// <summary>Over all starts so far that ended; starts at the same time count once.</summary>
    public long Bytes { get; private set; }

    public void Begin()
    {
        lock (_gate)
        {
            if (_starting++ == 0)
                _since = GC.GetTotalAllocatedBytes(precise: true);
        }
    }

    public void End()
    {
        lock (_gate)
        {
            if (--_starting == 0)
                Bytes += GC.GetTotalAllocatedBytes(precise: true) - _since;
        }
    }
}
