using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Time.Testing;

namespace SignBridge.Core.Tests;

public sealed class StageMeterTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Snapshot_StageThatWorksTenMilliseconds_CountsItsOwnTimeOnly()
    {
        var meters = new PipelineMeters(_time);
        var pipeline = Pipeline.From("source", Source).Then("work", DeliveryPolicy.Wait(1), Work);

        await foreach (var _ in pipeline.RunAsync(meters, TestContext.Current.CancellationToken))
            _time.Advance(TimeSpan.FromSeconds(1)); // the consumer's time belongs to no stage

        var work = meters.For("work").Snapshot();
        Assert.Equal(1, work.Items);
        Assert.Equal(1, work.Work.Count);
        Assert.InRange(work.Work.P50.TotalMilliseconds, 9.9, 10.1);
        Assert.InRange(meters.For("source").Snapshot().Work.Max.TotalMilliseconds, 4.9, 5.1);
    }

    [Fact]
    public async Task Run_InstrumentsListenedTo_PublishesItemsTaggedWithTheStage()
    {
        using var listener = new MeterListener();
        var seen = new List<(string Instrument, object? Stage)>();
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Meter.Name == StageMeter.InstrumentationName)
                l.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) =>
        {
            lock (seen)
                seen.Add((instrument.Name, tags[0].Value));
        });
        listener.Start();

        await Pipeline.From("listened", Source).RunAsync(new PipelineMeters(_time), TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

        Assert.Contains(("signbridge.stage.items", "listened"), seen);
    }

    [Fact]
    public void Snapshot_NothingHappened_IsZero()
    {
        var statistics = new PipelineMeters(_time).For("idle").Snapshot();

        Assert.Equal(0, statistics.Items);
        Assert.Equal(TimeSpan.Zero, statistics.Work.P99);
    }

    private async IAsyncEnumerable<int> Source([EnumeratorCancellation] CancellationToken token)
    {
        await Task.CompletedTask;
        token.ThrowIfCancellationRequested();
        _time.Advance(TimeSpan.FromMilliseconds(5));
        yield return 1;
    }

    private async IAsyncEnumerable<int> Work(IAsyncEnumerable<int> input, [EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var item in input.WithCancellation(token))
        {
            _time.Advance(TimeSpan.FromMilliseconds(4));
            yield return item;
            _time.Advance(TimeSpan.FromMilliseconds(6));
        }
    }
}
