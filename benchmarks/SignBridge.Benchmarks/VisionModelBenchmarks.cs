using BenchmarkDotNet.Attributes;
using OpenCvSharp;
using SignBridge.Onnx;
using SignBridge.Pose;
using SignBridge.Pose.Holistic;
using SignBridge.Testing;

namespace SignBridge.Benchmarks;

/// <summary>Each graph of the pose alone: the time of one image, by how many images a run has. It says which batch sizes pay on a device.</summary>
[MemoryDiagnoser]
public class VisionModelBenchmarks
{
    private const int Images = 16;

    private HolisticModels? _models;
    private VisionTensors? _tensors;

    /// <summary>The graph.</summary>
    [Params("body", "body detector", "hand", "hand re-crop", "face detector", "face")]
    public string Graph { get; set; } = "";

    /// <summary>Images in a run.</summary>
    [Params(1, 2, 4, 8, 16)]
    public int Batch { get; set; }

    [GlobalSetup]
    public async Task LoadAsync()
    {
        _models = HolisticModels.Load(new ModelCatalog(Repository.Models).OpenForTask("pose"), new SessionFactory(DeviceRequest.Auto), new HolisticOptions { Face = true });
        var model = Graph switch
        {
            "body" => _models.Body,
            "body detector" => _models.BodyDetector,
            "hand" => _models.Hand,
            "hand re-crop" => _models.HandRecrop,
            "face detector" => _models.FaceDetector,
            _ => _models.Face,
        };
        _tensors = model.CreateTensors(Batch);
        using var frames = await SampleFrames.LoadAsync();
        using var warp = new CropWarp(_tensors.Pixels.Address, model.Side, BorderTypes.Replicate);
        warp.Run(frames[0].Image, Region.OfFrame(960, 720));
        for (var i = 1; i < Batch; i++)
            CopyFirstTo(i);

        void CopyFirstTo(int image)
        {
            var bytes = _tensors.Pixels.Content.Length / Batch;
            _tensors.Pixels.Content[..bytes].CopyTo(_tensors.Pixels.Content[(image * bytes)..]);
        }
    }

    [Benchmark(OperationsPerInvoke = Images)]
    public void Image()
    {
        for (var i = 0; i < Images; i += Batch)
            _tensors!.Run();
    }

    [GlobalCleanup]
    public void Release()
    {
        _tensors?.Dispose();
        _models?.Dispose();
    }
}
