using BenchmarkDotNet.Attributes;
using SignBridge.Onnx;
using SignBridge.Pose;
using SignBridge.Testing;
using SignBridge.Video;

namespace SignBridge.Benchmarks;

/// <summary>Decoding a frame of 960×720, and its pose with tracking: body and both hands, then with the face.</summary>
[MemoryDiagnoser]
public class PoseBenchmarks
{
    private static readonly string Clip = Path.Combine(Repository.Samples, "where-dog.mp4");

    private readonly List<VideoFrame> _frames = [];
    private HolisticModels? _models;
    private HolisticEstimator? _withoutFace;
    private HolisticEstimator? _withFace;
    private int _next;

    [GlobalSetup]
    public async Task LoadAsync()
    {
        var options = new HolisticOptions { Face = true };
        _models = HolisticModels.Load(new ModelCatalog(Repository.Models).OpenForTask("pose"), new SessionFactory(DeviceRequest.Auto), options);
        _withoutFace = new HolisticEstimator(_models, new HolisticOptions());
        _withFace = new HolisticEstimator(_models, options);
        using var source = new VideoFileSource(Clip);
        await foreach (var frame in source.ReadAsync())
            _frames.Add(frame);
    }

    [Benchmark]
    public async Task<int> DecodeClip()
    {
        using var source = new VideoFileSource(Clip);
        var count = 0;
        await foreach (var frame in source.ReadAsync())
        {
            frame.Dispose();
            count++;
        }

        return count;
    }

    [Benchmark]
    public PoseFrame BodyAndHands() => _withoutFace!.Estimate(Next());

    [Benchmark]
    public PoseFrame BodyHandsAndFace() => _withFace!.Estimate(Next());

    [GlobalCleanup]
    public void Release()
    {
        _frames.ForEach(f => f.Dispose());
        _withoutFace?.Dispose();
        _withFace?.Dispose();
        _models?.Dispose();
    }

    private VideoFrame Next() => _frames[_next++ % _frames.Count];
}
