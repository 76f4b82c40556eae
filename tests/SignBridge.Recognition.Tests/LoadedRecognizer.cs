using SignBridge.Onnx;
using SignBridge.Testing;

[assembly: AssemblyFixture(typeof(SignBridge.Recognition.Tests.LoadedRecognizer))]

namespace SignBridge.Recognition.Tests;

/// <summary>The shipped recogniser, loaded once for all tests.</summary>
public sealed class LoadedRecognizer : IDisposable
{
    public SignRecognizer Recognizer { get; } =
        SignRecognizer.Load(ModelPackage.Open(Path.Combine(Repository.Models, "asl-signs")), Sessions, new RecognitionOptions());

    public static SessionFactory Sessions { get; } = new(DeviceRequest.Cpu);

    public void Dispose() => Recognizer.Dispose();
}
