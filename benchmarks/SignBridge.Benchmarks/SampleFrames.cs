using SignBridge.Testing;
using SignBridge.Video;

namespace SignBridge.Benchmarks;

/// <summary>The 89 frames of a sample of 960×720, decoded once.</summary>
internal sealed class SampleFrames : IDisposable
{
    public static readonly string Clip = Path.Combine(Repository.Samples, "where-dog.mp4");

    private readonly FramePool _pool = new();
    private readonly List<VideoFrame> _frames = [];

    public VideoFrame this[int index] => _frames[index];

    public static async Task<SampleFrames> LoadAsync()
    {
        var frames = new SampleFrames();
        using var source = new VideoFileSource(Clip);
        await foreach (var frame in source.ReadAsync())
            frames._frames.Add(frame);
        return frames;
    }

    /// <summary>The clip again and again as one stream of 30 frames/s, at no cost: the pixels are shared.</summary>
    public async IAsyncEnumerable<VideoFrame> Endless()
    {
        await Task.CompletedTask;
        for (var index = 0; ; index++)
        {
            var frame = _pool.Rent();
            _frames[index % _frames.Count].Image.AssignTo(frame.Image);
            yield return frame.Show(TimeSpan.FromSeconds(index / 30.0), index);
        }
    }

    public void Dispose()
    {
        _frames.ForEach(f => f.Dispose());
        _pool.Dispose();
    }
}
