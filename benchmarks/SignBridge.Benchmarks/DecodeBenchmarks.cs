using BenchmarkDotNet.Attributes;
using SignBridge.Video;

namespace SignBridge.Benchmarks;

/// <summary>Decoding a frame of 960×720 (H.264) and converting it to BGR; opening the file is not in it.</summary>
[MemoryDiagnoser]
public class DecodeBenchmarks
{
    private const int Frames = 80;

    private VideoFileSource? _source;
    private IAsyncEnumerator<VideoFrame>? _frames;

    [IterationSetup]
    public void Open()
    {
        _source = new VideoFileSource(SampleFrames.Clip);
        _frames = _source.ReadAsync().GetAsyncEnumerator();
        ReadAsync(2).GetAwaiter().GetResult(); // the pool has its frame
    }

    [Benchmark(OperationsPerInvoke = Frames)]
    public Task Frame() => ReadAsync(Frames);

    [IterationCleanup]
    public void Close() => _source!.Dispose();

    private async Task ReadAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (!await _frames!.MoveNextAsync())
                throw new InvalidOperationException("The clip is shorter than it was.");
            _frames.Current.Dispose();
        }
    }
}
