using SignBridge.Onnx;
using SignBridge.Pose;
using SignBridge.Testing;

[assembly: AssemblyFixture(typeof(SignBridge.Tests.ShippedModels))]

namespace SignBridge.Tests;

/// <summary>The real models, loaded once for all tests.</summary>
public sealed class ShippedModels : IAsyncLifetime
{
    public Translator Translator { get; private set; } = null!;

    public HolisticModels Pose { get; private set; } = null!;

    internal static ModelCatalog Catalog => new(Repository.Models);

    internal static SessionFactory Sessions => new(DeviceRequest.Cpu);

    public async ValueTask InitializeAsync()
    {
        Translator = await TranslatorLoader.LoadAsync(Catalog, Sessions, new TranslatorOptions(), TimeProvider.System);
        Pose = HolisticModels.Load(Catalog.OpenForTask("pose"), Sessions, new HolisticOptions { Face = true });
    }

    public ValueTask DisposeAsync()
    {
        Translator.Dispose();
        Pose.Dispose();
        return ValueTask.CompletedTask;
    }
}
