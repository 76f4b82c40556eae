using Microsoft.ML.OnnxRuntime;
using SignBridge.Testing;

namespace SignBridge.Onnx.Tests;

public sealed class OnnxModelTests : IDisposable
{
    private const int Frames = 30;
    private const int Classes = 392;

    private readonly OnnxModel _model = new SessionFactory(DeviceRequest.Cpu)
        .Load(Path.Combine(Repository.Models, "asl-signs", "model.onnx"), new SessionTuning(Threads: 1));

    [Fact]
    public void Run_ThreeWays_GiveTheSameOutput()
    {
        var landmarks = Landmarks(seed: 1);
        using var input = OrtValue.CreateTensorValueFromMemory(landmarks, [1, Frames, 75, 2]);
        var allocated = new float[Classes];
        using var output = OrtValue.CreateTensorValueFromMemory(allocated, [1, allocated.Length]);

        using var returned = _model.Run(["landmarks"], [input], ["isolated"]);
        var expected = returned[0].GetTensorDataAsSpan<float>().ToArray();
        _model.Run(["landmarks"], [input], ["isolated"], [output]);
        using var binding = _model.CreateBinding();
        binding.BindInput("landmarks", input);
        binding.BindOutputToDevice("isolated", OrtMemoryInfo.DefaultInstance);
        _model.Run(binding);
        using var bound = binding.GetOutputValues();

        Assert.Equal(expected.Length, allocated.Length);
        Assert.Equal(expected, allocated);
        Assert.Equal(expected, bound[0].GetTensorDataAsSpan<float>().ToArray());
    }

    /// <summary>
    /// ONNX Runtime reads options and inputs through raw handles: where a collection finalizes one of them during the call, the process
    /// dies. Collections, forced and by large arrays, go on on one thread while two others run the model.
    /// SIGNBRIDGE_STRESS=1 keeps it up for a minute.
    /// </summary>
    [Fact]
    public async Task Run_WhileGarbageIsCollected_KeepsItsOutput()
    {
        const int Runs = 150;
        var forAMinute = Environment.GetEnvironmentVariable("SIGNBRIDGE_STRESS") == "1";
        using var minute = new CancellationTokenSource(forAMinute ? TimeSpan.FromMinutes(1) : Timeout.InfiniteTimeSpan);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var collecting = Task.Factory.StartNew(() => Collect(done.Token), TaskCreationOptions.LongRunning);
        var running = Enumerable.Range(0, 2)
            .Select(seed => Task.Factory.StartNew(() => Infer(seed, forAMinute ? int.MaxValue : Runs, minute.Token), TaskCreationOptions.LongRunning));

        var runs = await Task.WhenAll(running);
        await done.CancelAsync();
        var collections = await collecting;

        TestContext.Current.TestOutputHelper?.WriteLine($"{runs.Sum()} runs beside {collections} collections");
        Assert.All(runs, count => Assert.True(count >= (forAMinute ? 1 : Runs)));
        Assert.True(collections > 0);
    }

    public void Dispose() => _model.Dispose();

    private int Infer(int seed, int limit, CancellationToken stop)
    {
        var landmarks = Landmarks(seed);
        var expected = Isolated(landmarks);
        var runs = 0;
        for (; runs < limit && !stop.IsCancellationRequested; runs++)
            Assert.Equal(expected, Isolated((float[])landmarks.Clone()));
        return runs;
    }

    private float[] Isolated(float[] landmarks)
    {
        using var input = OrtValue.CreateTensorValueFromMemory(landmarks, [1, Frames, 75, 2]);
        using var outputs = _model.Run(["landmarks"], [input], ["isolated"]);
        return outputs[0].GetTensorDataAsSpan<float>().ToArray();
    }

    private static int Collect(CancellationToken stop)
    {
        var collections = 0;
        var kept = new byte[16][];
        for (; !stop.IsCancellationRequested; collections++)
        {
            kept[collections % kept.Length] = GC.AllocateUninitializedArray<byte>(1 << 20);
            GC.Collect(collections % 3, GCCollectionMode.Forced, blocking: collections % 2 == 0);
            GC.WaitForPendingFinalizers();
        }

        return collections;
    }

    private static float[] Landmarks(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, Frames * 75 * 2).Select(_ => random.NextSingle() * 640)];
    }
}
