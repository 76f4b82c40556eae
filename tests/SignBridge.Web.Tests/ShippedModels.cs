using SignBridge.Onnx;
using SignBridge.Testing;
using SignBridge.Translation;

[assembly: AssemblyFixture(typeof(SignBridge.Web.Tests.ShippedModels))]

namespace SignBridge.Web.Tests;

/// <summary>The real models, loaded once for all tests; the text is as the tests want it.</summary>
public sealed class ShippedModels : IAsyncLifetime
{
    /// <summary>With the language model.</summary>
    public Translator Translator { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Translator = await LoadAsync(null);

    public ValueTask DisposeAsync()
    {
        Translator.Dispose();
        return ValueTask.CompletedTask;
    }

    internal static Task<Translator> LoadAsync(ITextTranslator? text) => TranslatorLoader.LoadAsync(
        new ModelCatalog(Repository.Models), new SessionFactory(DeviceRequest.Cpu), new TranslatorOptions { Text = text }, TimeProvider.System);
}
