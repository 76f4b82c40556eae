using System.Runtime.CompilerServices;
using BenchmarkDotNet.Attributes;
using SignBridge.Onnx;
using SignBridge.Pose;
using SignBridge.Testing;

namespace SignBridge.Benchmarks;

/// <summary>A pose of a running stream, as the commands estimate it: the parts side by side, tracked, in decoded frames of 960×720. Nothing is in
/// it that starts a stream, so what it allocates is what each frame does.</summary>
[MemoryDiagnoser]
public class PoseStageBenchmarks
{
    private const int Poses = 100;

    private SampleFrames? _frames;
    private HolisticEstimator? _estimator;
    private IAsyncEnumerator<PoseFrame>? _poses;

    /// <summary>With the face.</summary>
    [Params(false, true)]
    public bool Face { get; set; }

    [GlobalSetup]
    public async Task LoadAsync()
    {
        var options = new HolisticOptions { Face = Face };
        _frames = await SampleFrames.LoadAsync();
        _estimator = HolisticEstimator.Load(new ModelCatalog(Repository.Models).OpenForTask("pose"), new SessionFactory(DeviceRequest.Auto), options);
        _poses = Pipeline
            .From(StageNames.Frames, _ => _frames.Endless())
            .ThenPose(DeliveryPolicy.Wait(4), _estimator)
            .RunAsync(new PipelineMeters(TimeProvider.System))
            .GetAsyncEnumerator();
    }

    [Benchmark(OperationsPerInvoke = Poses)]
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))] // else the benchmark itself would allocate
    public async ValueTask Pose()
    {
        for (var i = 0; i < Poses; i++)
        {
            await _poses!.MoveNextAsync();
            _estimator!.Recycle(_poses.Current);
        }
    }

    [GlobalCleanup]
    public async Task ReleaseAsync()
    {
        await _poses!.DisposeAsync();
        _estimator!.Dispose();
        _frames!.Dispose();
    }
}
