using Microsoft.ML.OnnxRuntime.Tensors;
using SignBridge.Testing;

namespace SignBridge.Onnx.Tests;

public sealed class DeviceMemoryTests : IDisposable
{
    private readonly OnnxModel _model = new SessionFactory(DeviceRequest.Cpu)
        .Load(Path.Combine(Repository.Models, "mediapipe-holistic", "hand_recrop.onnx"), new SessionTuning(Threads: 1));

    [Fact]
    public void Allocate_OnTheCpu_GivesZerosInMemoryOfTheCpu()
    {
        Assert.True(_model.Memory.IsHost);
        for (var i = 0; i < 100; i++)
        {
            using var tensor = _model.Memory.Allocate(TensorElementType.Float, [2, 300]);
            Assert.DoesNotContain(tensor.GetTensorDataAsSpan<float>().ToArray(), v => v != 0);
            tensor.GetTensorMutableDataAsSpan<float>().Fill(1); // what the allocator hands out next is not clear by chance
        }
    }

    [Fact]
    public void Copies_OfParts_ReachTheirPlaces()
    {
        using var from = _model.Memory.AllocateInput(TensorElementType.UInt8, [6]);
        using var to = _model.Memory.Allocate(TensorElementType.UInt8, [8]);
        new byte[] { 1, 2, 3, 4, 5, 6 }.CopyTo(from.Content);

        using (var copies = new TensorCopies(_model.Memory))
        {
            copies.Add(from.Value, 0, to, 5, 2);
            copies.Add(from.Value, 3, to, 0, 3);
            copies.Run();
        }

        Assert.Equal(new byte[] { 4, 5, 6, 0, 0, 1, 2, 0 }, to.GetTensorDataAsSpan<byte>().ToArray());
    }

    [Fact]
    public void Copies_BeyondATensor_AreRefused()
    {
        using var tensor = _model.Memory.Allocate(TensorElementType.UInt8, [4]);
        using var copies = new TensorCopies(_model.Memory);

        Assert.Throws<ArgumentOutOfRangeException>(() => copies.Add(tensor, 2, tensor, 0, 3));
        Assert.Throws<ArgumentException>(() => copies.Add(tensor, 0, tensor, 2, 3));
    }

    public void Dispose() => _model.Dispose();
}
