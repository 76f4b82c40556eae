using System.Runtime.CompilerServices;

namespace SignBridge.Core.Tests;

public sealed class PipelineTests
{
    private readonly List<Ticket> _made = [];
    private readonly PipelineMeters _meters = new(TimeProvider.System);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_SlowConsumerWithWait_LosesNothingAndKeepsTheOrder()
    {
        var pipeline = Pipeline.From("source", t => Tickets(100, t)).Then("numbers", DeliveryPolicy.Wait(2), Numbers);

        var numbers = new List<int>();
        await foreach (var number in pipeline.RunAsync(_meters, Cancellation))
        {
            await Task.Yield();
            numbers.Add(number);
        }

        Assert.Equal(Enumerable.Range(0, 100), numbers);
        Assert.All(_made, t => Assert.Equal(1, t.Disposals));
        Assert.Equal([("source", 100, 0), ("numbers", 100, 0L)], _meters.Snapshot().Select(s => (s.Stage, s.Items, s.Drops)));
    }

    [Fact]
    public async Task Run_SourceFasterThanTheStageWithDropOldest_KeepsTheNewestAndCountsTheDrops()
    {
        var sourceEnded = new TaskCompletionSource();
        var pipeline = Pipeline
            .From("source", t => Tickets(50, t, atTheEnd: sourceEnded.SetResult))
            .Then("numbers", DeliveryPolicy.DropOldest(3), (input, token) => NumbersAfter(sourceEnded.Task, input, token));

        var numbers = await pipeline.RunAsync(_meters, Cancellation).ToListAsync(Cancellation);

        Assert.Equal([47, 48, 49], numbers);
        Assert.Equal(47, _meters.For("numbers").Snapshot().Drops);
        Assert.All(_made, t => Assert.Equal(1, t.Disposals));
    }

    [Fact]
    public async Task Run_SourceFails_YieldsWhatCameBeforeThenTheFault()
    {
        var pipeline = Pipeline.From("source", t => Tickets(5, t, atTheEnd: () => throw new InvalidDataException("torn"))).Then("numbers", DeliveryPolicy.Wait(2), Numbers);

        var numbers = new List<int>();
        var fault = await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var number in pipeline.RunAsync(_meters, Cancellation))
                numbers.Add(number);
        });

        Assert.Equal("torn", fault.Message);
        Assert.Equal([0, 1, 2, 3, 4], numbers);
        Assert.All(_made, t => Assert.Equal(1, t.Disposals));
    }

    [Fact]
    public async Task Run_StageFails_StopsTheEndlessSourceAndDisposesEverything()
    {
        var pipeline = Pipeline
            .From("source", t => Tickets(int.MaxValue, t))
            .Then("numbers", DeliveryPolicy.Wait(4), Numbers)
            .Then("fails", DeliveryPolicy.Wait(4), FailAtTen);

        await Assert.ThrowsAsync<InvalidDataException>(async () => await pipeline.RunAsync(_meters, Cancellation).ToListAsync(Cancellation));

        Assert.All(_made, t => Assert.Equal(1, t.Disposals));
    }

    [Fact]
    public async Task Run_ConsumerStopsEarly_EndsTheStagesAndDisposesEverything()
    {
        var pipeline = Pipeline.From("source", t => Tickets(int.MaxValue, t)).Then("numbers", DeliveryPolicy.Wait(4), Numbers).Then("same", DeliveryPolicy.Wait(4), Same);

        await foreach (var number in pipeline.RunAsync(_meters, Cancellation))
        {
            if (number == 7)
                break;
        }

        var made = _made.Count;
        Assert.All(_made, t => Assert.Equal(1, t.Disposals));
        Assert.Equal(made, _made.Count);
    }

    [Fact]
    public async Task Run_Cancelled_ThrowsAndDisposesEverything()
    {
        using var cancel = new CancellationTokenSource();
        var pipeline = Pipeline.From("source", t => Tickets(int.MaxValue, t)).Then("numbers", DeliveryPolicy.Wait(4), Numbers);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var number in pipeline.RunAsync(_meters, cancel.Token))
            {
                if (number == 3)
                    await cancel.CancelAsync();
            }
        });

        Assert.All(_made, t => Assert.Equal(1, t.Disposals));
    }

    [Fact]
    public async Task Run_CancelledWhileEveryStageWaits_Throws()
    {
        using var cancel = new CancellationTokenSource();
        var pipeline = Pipeline.From("source", t => Never(t)).Then("same", DeliveryPolicy.Wait(1), Same).Then("same again", DeliveryPolicy.Wait(1), Same);
        var run = pipeline.RunAsync(_meters, cancel.Token).ToListAsync(CancellationToken.None);

        Assert.False(run.IsCompleted);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await run);
    }

    [Fact]
    public async Task Run_TwiceAtTheSameTime_SharesTheMetersButNoItems()
    {
        var pipeline = Pipeline.From("source", Count).Then("same", DeliveryPolicy.Wait(1), Same);

        var runs = await Task.WhenAll(
            pipeline.RunAsync(_meters, Cancellation).ToListAsync(Cancellation).AsTask(),
            pipeline.RunAsync(_meters, Cancellation).ToListAsync(Cancellation).AsTask());

        Assert.All(runs, run => Assert.Equal(Enumerable.Range(0, 20), run));
        Assert.All(_meters.Snapshot(), s => Assert.Equal(40, s.Items));
    }

    private async IAsyncEnumerable<Ticket> Tickets(
        int count, [EnumeratorCancellation] CancellationToken token, Action? atTheEnd = null)
    {
        for (var i = 0; i < count; i++)
        {
            token.ThrowIfCancellationRequested();
            var ticket = new Ticket(i);
            _made.Add(ticket);
            yield return ticket;
            if (i % 16 == 0)
                await Task.Yield();
        }

        atTheEnd?.Invoke();
    }

    private static async IAsyncEnumerable<int> Count([EnumeratorCancellation] CancellationToken token)
    {
        for (var i = 0; i < 20; i++)
        {
            await Task.Yield();
            token.ThrowIfCancellationRequested();
            yield return i;
        }
    }

    private static async IAsyncEnumerable<int> Never([EnumeratorCancellation] CancellationToken token)
    {
        await Task.Delay(Timeout.Infinite, token);
        yield break;
    }

    private static async IAsyncEnumerable<int> Numbers(IAsyncEnumerable<Ticket> input, [EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var ticket in input.WithCancellation(token))
        {
            using (ticket)
                yield return ticket.Number;
        }
    }

    private static async IAsyncEnumerable<int> NumbersAfter(
        Task start, IAsyncEnumerable<Ticket> input, [EnumeratorCancellation] CancellationToken token)
    {
        await start.WaitAsync(token);
        await foreach (var number in Numbers(input, token))
            yield return number;
    }

    private static async IAsyncEnumerable<int> FailAtTen(IAsyncEnumerable<int> input, [EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var number in input.WithCancellation(token))
            yield return number == 10 ? throw new InvalidDataException("ten") : number;
    }

    private static async IAsyncEnumerable<int> Same(IAsyncEnumerable<int> input, [EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var number in input.WithCancellation(token))
            yield return number;
    }
}
