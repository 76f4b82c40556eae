using System.Runtime.CompilerServices;
using BenchmarkDotNet.Attributes;

namespace SignBridge.Benchmarks;

/// <summary>What the pipeline itself costs: an item of a running stream passes stages that do nothing.</summary>
[MemoryDiagnoser]
public class PipelineBenchmarks
{
    private const int Items = 10_000;

    private IAsyncEnumerator<int>? _items;

    /// <summary>Stages behind the source.</summary>
    [Params(0, 1, 5)]
    public int Stages { get; set; }

    [GlobalSetup]
    public void Start()
    {
        var pipeline = Enumerable.Range(1, Stages).Aggregate(
            Pipeline.From("source", Count), (stages, i) => stages.Then<int>($"stage {i}", DeliveryPolicy.Wait(4), PassAsync));
        _items = pipeline.RunAsync(new PipelineMeters(TimeProvider.System)).GetAsyncEnumerator();
    }

    [Benchmark(OperationsPerInvoke = Items)]
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))] // else the benchmark itself would allocate
    public async ValueTask<int> Item()
    {
        for (var i = 0; i < Items; i++)
            await _items!.MoveNextAsync();
        return _items!.Current;
    }

    [GlobalCleanup]
    public async Task StopAsync() => await _items!.DisposeAsync();

    private static async IAsyncEnumerable<int> Count([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        for (var i = 0; ; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return i;
        }
    }

    private static async IAsyncEnumerable<int> PassAsync(IAsyncEnumerable<int> input, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in input.WithCancellation(cancellationToken))
            yield return item;
    }
}
