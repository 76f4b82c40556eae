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
        // A channel that waits on a token makes an object for each wait. Without one it uses its own again; cancellation ends the channel instead.
        using var cancellation = cancellationToken.UnsafeRegister(
            static (channel, token) => ((Channel<(T, long)>)channel!).Writer.TryComplete(new OperationCanceledException(token)), _channel);
        Exception? fault = null;
        try
        {
            await foreach (var item in upstream.WithCancellation(cancellationToken))
            {
                try
                {
                    await _channel.Writer.WriteAsync((item, _timer.Meter.Now), CancellationToken.None);
                }
                catch
                {
                    Dispose(item);
                    throw;
                }
            }
        }
        catch (Exception e)
        {
            fault = e;
        }

        _channel.Writer.TryComplete(fault);
    }

    public async IAsyncEnumerable<T> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _timer.Suspend();
            (T Item, long Since) next;
            while (!_channel.Reader.TryRead(out next))
            {
                if (!await _channel.Reader.WaitToReadAsync(CancellationToken.None))
                {
                    _timer.Resume();
                    yield break;
                }
            }

            _timer.Take(next.Since);
            yield return next.Item;
        }
    }

    /// <summary>Disposes what nobody read; only after the run has ended.</summary>
    public void DisposeWaiting()
    {
        while (_channel.Reader.TryRead(out var waiting))
            Dispose(waiting.Item);
    }

    private static void Dispose(T item) => (item as IDisposable)?.Dispose();
}
