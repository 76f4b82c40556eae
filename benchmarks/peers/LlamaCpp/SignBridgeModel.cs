using System.Numerics.Tensors;
using SignBridge.Onnx;
using SignBridge.Translation;

namespace SignBridge.Peers;

/// <summary>This project's own model runner.</summary>
internal sealed class SignBridgeModel : IPeerModel
{
    private readonly CausalLanguageModel _model;
    private readonly int _longest;
    private DecodingState? _state;

    public SignBridgeModel(ModelPackage package, int threads, int[] prefix)
    {
        Name = $"SignBridge, {threads} thread{(threads == 1 ? "" : "s")}";
        var card = LanguageModelCard.Read(package);
        _longest = card.Conventions.MaxNewTokens;
        _model = CausalLanguageModel.Load(package.PathOf("model.onnx"), card.Architecture, new SessionFactory(DeviceRequest.Cpu), new SessionTuning(threads, Spin: threads > 1));
        _model.CachePrefix(prefix);
    }

    public string Name { get; }

    public int Start(int[] prompt)
    {
        _state?.Dispose();
        _state = _model.Read(prompt, _longest);
        return Best();
    }

    public int Next(int token)
    {
        _state!.Append([token]);
        return Best();
    }

    public void Dispose()
    {
        _state?.Dispose();
        _model.Dispose();
    }

    private int Best() => TensorPrimitives.IndexOfMax(_state!.Logits(0));
}
