using SignBridge.Onnx;
using SignBridge.Testing;

[assembly: AssemblyFixture(typeof(SignBridge.Pose.Tests.Holistic.LoadedModels))]

namespace SignBridge.Pose.Tests.Holistic;

/// <summary>The shipped package, loaded once for all tests.</summary>
public sealed class LoadedModels : IDisposable
{
    public static ModelPackage Package { get; } = ModelPackage.Open(Path.Combine(Repository.Models, "mediapipe-holistic"));

    public static SessionFactory Sessions { get; } = new(DeviceRequest.Cpu);

    public HolisticModels Models { get; } = HolisticModels.Load(Package, Sessions, new HolisticOptions { Face = true });

    public void Dispose() => Models.Dispose();
}
