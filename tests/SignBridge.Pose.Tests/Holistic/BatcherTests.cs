using Microsoft.Extensions.Time.Testing;
using SignBridge.Pose.Holistic;

namespace SignBridge.Pose.Tests.Holistic;

public sealed class BatcherTests : IDisposable
{
    private static readonly TimeSpan Budget = TimeSpan.FromMilliseconds(2);

    private readonly FakeTimeProvider _time = new();
    private readonly List<int[]> _runs = [];
    private readonly Batcher<int> _batcher;
    private readonly SemaphoreSlim _entered = new(0);
    private readonly ManualResetEventSlim _mayRun = new(true);
    private Exception? _failure;

    public BatcherTests() => _batcher = new Batcher<int>(3, Budget, _time, items =>
    {
        _entered.Release();
        _mayRun.Wait();
        _runs.Add([.. items.Order()]);
        if (_failure is not null)
            throw _failure;
    });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _mayRun.Set();
        _batcher.Dispose();
        _entered.Dispose();
        _mayRun.Dispose();
    }

    [Fact]
    public void Run_OnlyCaller_WaitsForNobody()
    {
        Join(1);
        _batcher.Run(7);
        _batcher.Run(8);
        Assert.Equal([[7], [8]], _runs);
    }

    [Fact]
    public async Task Run_EveryCallerThere_IsOneBatch()
    {
        Join(2);
        await Task.WhenAll(Caller(1), Caller(2));
        Assert.Equal([[1, 2]], _runs);
    }

    [Fact]
    public async Task Run_MoreCallersThanABatchHolds_RunsWhenItIsFull()
    {
        Join(100);
        await Task.WhenAll(Caller(1), Caller(2), Caller(3));
        Assert.Equal([[1, 2, 3]], _runs);
    }

    [Fact]
    public async Task Run_OthersDoNotCome_RunsWhenTheBudgetIsSpent()
    {
        Join(3);
        var caller = await WaitingCaller(1);
        _time.Advance(Budget - TimeSpan.FromTicks(1));
        Assert.Empty(_runs);
        Assert.False(caller.IsCompleted);

        _time.Advance(TimeSpan.FromTicks(1));
        await caller.WaitAsync(Token);
        Assert.Equal([[1]], _runs);
    }

    [Fact]
    public async Task Run_LaterItems_DoNotProlongTheWaitOfTheFirst()
    {
        Join(3);
        var first = await WaitingCaller(1);
        _time.Advance(Budget / 2);
        var second = await WaitingCaller(2);
        _time.Advance(Budget / 2);
        await Task.WhenAll(first, second).WaitAsync(Token);
        Assert.Equal([[1, 2]], _runs);
    }

    [Fact]
    public async Task Leave_LastOneThatOthersWaitedFor_RunsTheBatch()
    {
        Join(2);
        var caller = await WaitingCaller(1);
        _batcher.Leave();
        await caller.WaitAsync(Token);
        Assert.Equal([[1]], _runs);
    }

    [Fact]
    public async Task Run_WhileABatchRuns_MakesTheNextOne()
    {
        _mayRun.Reset();
        Join(1);
        var first = Caller(1);
        await _entered.WaitAsync(Token);
        Join(1);
        var others = new[] { Caller(2), Caller(3) };
        Assert.Equal(0, _entered.CurrentCount); // one batch runs at a time

        _mayRun.Set();
        await Task.WhenAll([first, .. others]).WaitAsync(Token);
        Assert.Equal([[1], [2, 3]], _runs);
    }

    [Fact]
    public async Task Run_Failure_ReachesEveryCallerOfTheBatchAndNoOther()
    {
        Join(2);
        _failure = new InvalidDataException("torn");
        Task[] callers = [Caller(1), Caller(2)];
        foreach (var caller in callers)
            Assert.Same(_failure, await Assert.ThrowsAsync<InvalidDataException>(() => caller.WaitAsync(Token)));

        _failure = null;
        await Task.WhenAll(Caller(3), Caller(4)).WaitAsync(Token);
        Assert.Equal([[1, 2], [3, 4]], _runs);
    }

    [Fact]
    public async Task Dispose_CallersThatWait_AreEnded()
    {
        Join(2);
        var caller = await WaitingCaller(1);
        _batcher.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => caller.WaitAsync(Token));
        Assert.Throws<ObjectDisposedException>(() => _batcher.Run(2));
        Assert.Empty(_runs);
    }

    [Fact]
    public async Task Dispose_WhileABatchRuns_WaitsForIt()
    {
        _mayRun.Reset();
        Join(1);
        var caller = Caller(1);
        await _entered.WaitAsync(Token);
        var disposal = Task.Run(_batcher.Dispose, Token);
        await Task.Delay(20, Token);
        Assert.False(disposal.IsCompleted);

        _mayRun.Set();
        await Task.WhenAll(caller, disposal).WaitAsync(Token);
        Assert.Equal([[1]], _runs);
    }

    [Fact]
    public async Task Run_ManyCallersManyTimes_EveryItemRunsOnceAndNoBatchIsTooLarge()
    {
        using var batcher = new Batcher<int>(3, TimeSpan.FromMilliseconds(1), TimeProvider.System, items => _runs.Add([.. items]));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(caller => Thread(() =>
        {
            batcher.Join();
            for (var i = 0; i < 200; i++)
                batcher.Run((200 * caller) + i);
            batcher.Leave();
        }))).WaitAsync(Token);
        Assert.Equal(Enumerable.Range(0, 1600), _runs.SelectMany(r => r).Order());
        Assert.All(_runs, r => Assert.InRange(r.Length, 1, 3));
    }

    private void Join(int callers)
    {
        for (var i = 0; i < callers; i++)
            _batcher.Join();
    }

    private Task Caller(int item) => Thread(() => _batcher.Run(item));

    /// <summary>A caller that has put its item into a batch, which waits for more.</summary>
    private async Task<Task> WaitingCaller(int item)
    {
        var waiting = _batcher.WaitingItems;
        var caller = Caller(item);
        while (_batcher.WaitingItems == waiting)
            await Task.Delay(1, Token);
        return caller;
    }

    private static Task Thread(Action work) => Task.Factory.StartNew(work, Token, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
