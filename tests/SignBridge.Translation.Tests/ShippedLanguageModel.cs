using SignBridge.Onnx;
using SignBridge.Testing;

[assembly: AssemblyFixture(typeof(SignBridge.Translation.Tests.ShippedLanguageModel))]

namespace SignBridge.Translation.Tests;

/// <summary>The shipped package gloss2text-en, loaded once for all tests.</summary>
public sealed class ShippedLanguageModel : IDisposable
{
    private readonly Lazy<CausalLanguageModel> _model = new(LoadModel);

    public ShippedLanguageModel() => Translator = LanguageModelTranslator.Load(Package, Sessions);

    public static ModelPackage Package => ModelPackage.Open(Path.Combine(Repository.Models, "gloss2text-en"));

    public static SessionFactory Sessions => new(DeviceRequest.Cpu);

    public LanguageModelTranslator Translator { get; }

    internal static LanguageModelCard Card => LanguageModelCard.Read(Package);

    /// <summary>The model without a prefix cache, for tests below the translator.</summary>
    internal CausalLanguageModel Model => _model.Value;

    public void Dispose()
    {
        Translator.Dispose();
        if (_model.IsValueCreated)
            _model.Value.Dispose();
    }

    internal static CausalLanguageModel LoadModel() =>
        CausalLanguageModel.Load(Package.PathOf("model.onnx"), Card.Architecture, Sessions, new SessionTuning());
}
