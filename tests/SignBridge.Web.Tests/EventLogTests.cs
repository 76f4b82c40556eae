using System.Net.WebSockets;

namespace SignBridge.Web.Tests;

public sealed class EventLogTests
{
    private readonly EventLog _log = new(most: 3);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void After_KeepsTheNewestEvents()
    {
        Assert.True(_log.Holds(0));
        for (byte i = 1; i <= 5; i++)
            _log.Add([i]);

        Assert.Null(_log.After(1));
        Assert.Equal([3], _log.After(2)!);
        Assert.Equal([5], _log.After(4)!);
        Assert.Null(_log.After(5));
        Assert.Equal([false, false, true, true, true, true, false], Enumerable.Range(0, 7).Select(i => _log.Holds(i)));
    }

    [Fact]
    public void Acknowledge_LaterOneReplacesAnEarlierOneButKeepsItsPose()
    {
        var pose = PoseFrame.Empty(TimeSpan.FromSeconds(1), SkeletonLayout.HolisticWithoutFace);
        _log.Acknowledge(new Acknowledgement(1, 0, pose));
        _log.Acknowledge(new Acknowledgement(2, 1, null));

        var due = _log.TakeAcknowledgement();
        Assert.Equal((2, 1, TimeSpan.FromSeconds(1)), (due!.Frame, due.Dropped, due.Pose!.Value.Time));
        Assert.Null(_log.TakeAcknowledgement());
        _log.Acknowledge(new Acknowledgement(2, 1, null));
        Assert.Null(_log.TakeAcknowledgement());
        _log.Acknowledge(new Acknowledgement(1, 1, pose));
        Assert.Equal(2, _log.TakeAcknowledgement()!.Frame);
    }

    [Fact]
    public async Task Wait_EndsWithEachChange()
    {
        var waiting = _log.WaitAsync(Token);
        Assert.False(waiting.IsCompleted);
        _log.Add([1]);
        await waiting;

        waiting = _log.WaitAsync(Token);
        _log.Complete(SessionEnd.Idle);
        await waiting;
        _log.Complete(SessionEnd.Stopped);
        Assert.Equal((SessionEnd.Idle, WebSocketCloseStatus.NormalClosure), (_log.End, _log.End!.Status));
    }
}
