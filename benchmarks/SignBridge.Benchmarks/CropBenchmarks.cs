using System.Numerics;
using BenchmarkDotNet.Attributes;
using OpenCvSharp;
using SignBridge.Pose.Holistic;

namespace SignBridge.Benchmarks;

/// <summary>Warping a turned square of a frame of 960×720 into the input of a model.</summary>
[MemoryDiagnoser]
public class CropBenchmarks
{
    private static readonly Region Region = new(new Vector2(480, 360), 300, 0.3f);

    private SampleFrames? _frames;
    private Mat? _image;
    private CropWarp? _warp;

    /// <summary>Side of the input: of face detector, face, hand and detector, body and re-crop.</summary>
    [Params(128, 192, 224, 256)]
    public int Side { get; set; }

    [GlobalSetup]
    public async Task LoadAsync()
    {
        _frames = await SampleFrames.LoadAsync();
        _image = new Mat(Side, Side, MatType.CV_8UC3);
        _warp = new CropWarp(_image.Data, Side, BorderTypes.Replicate);
    }

    [Benchmark]
    public void Warp() => _warp!.Run(_frames![0].Image, Region);

    [GlobalCleanup]
    public void Release()
    {
        _warp?.Dispose();
        _image?.Dispose();
        _frames?.Dispose();
    }
}
