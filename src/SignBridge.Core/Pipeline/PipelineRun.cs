namespace SignBridge;

/// <summary>The tasks and links of one run; disposal ends them all.</summary>
internal sealed class PipelineRun(PipelineMeters meters, CancellationToken cancellationToken) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    private readonly List<Task> _pumps = [];
    private readonly List<Action> _drains = [];

    public PipelineMeters Meters { get; } = meters;

    public CancellationToken Token => _stop.Token;

    public IAsyncEnumerable<T> Connect<T>(IAsyncEnumerable<T> upstream, DeliveryPolicy policy, StageTimer timer)
    {
        var link = new Link<T>(policy, timer);
        var token = Token;
        _pumps.Add(Task.Run(() => link.PumpAsync(upstream, token), CancellationToken.None));
        _drains.Add(link.DisposeWaiting);
        return link.ReadAsync(token);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_pumps);
        _drains.ForEach(drain => drain());
        _stop.Dispose();
    }
}
