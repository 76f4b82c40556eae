using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace SignBridge;

/// <summary>A bounded channel between two stages, and the task that fills it.</summary>
internal sealed class Link<T>
{
    private readonly Channel<(T Item, long Since)> _channel;
    private readonly StageTimer _timer;

    public Link(DeliveryPolicy policy, StageTimer timer)
    {
        _timer = timer;
        var options = new BoundedChannelOptions(policy.Capacity)
        {
            FullMode = policy.DropsOldest ? BoundedChannelFullMode.DropOldest : BoundedChannelFullMode.Wait,
            SingleReader = true,
            SingleWriter = true,
        };
        _channel = Channel.CreateBounded<(T Item, long Since)>(options, dropped =>
        {
            timer.Meter.Dropped();
            Dispose(dropped.Item);
        });
    }

    /// <summary>Moves items until the stage in front ends. Its fault travels through the channel, behind what it yielded before.</summary>
    public async Task PumpAsync(IAsyncEnumerable<T> upstream, CancellationToken cancellationToken)
    {
        Exception? fault = null;
        try
        {
            await foreach (var item in upstream.WithCancellation(cancellationToken))
                await WriteAsync(item, cancellationToken);
        }
        catch (Exception e)
        {
            fault = e;
        }

        _channel.Writer.Complete(fault);
    }

    public async IAsyncEnumerable<T> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var reader = _channel.Reader.ReadAllAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            _timer.Suspend();
            if (!await reader.MoveNextAsync())
                break;
            _timer.Take(reader.Current.Since);
            yield return reader.Current.Item;
        }

        _timer.Resume();
    }

    /// <summary>Disposes what nobody read; only after the run has ended.</summary>
    public void DisposeWaiting()
    {
        while (_channel.Reader.TryRead(out var waiting))
            Dispose(waiting.Item);
    }

    private async ValueTask WriteAsync(T item, CancellationToken cancellationToken)
    {
        try
        {
            await _channel.Writer.WriteAsync((item, _timer.Meter.Now), cancellationToken);
        }
        catch
        {
            Dispose(item);
            throw;
        }
    }

    private static void Dispose(T item) => (item as IDisposable)?.Dispose();
}
