using BenchmarkDotNet.Attributes;
using SignBridge.Onnx;
using SignBridge.Testing;
using SignBridge.Translation;

namespace SignBridge.Benchmarks;

/// <summary>The parts of a translation by the language model, as the translator runs it: one thread, a prompt of 24 tokens.</summary>
[MemoryDiagnoser]
public class LanguageModelBenchmarks
{
    private const int Steps = 32;
    private const string Glosses = "yesterday green|loud|fireman listen|pretty|hat now";

    private readonly LanguageModelTranslatorOptions _options = new();
    private LanguageModelCard? _card;
    private TextTokenizer? _tokenizer;
    private CausalLanguageModel? _model;
    private CausalLanguageModel? _withPrefix;
    private DecodingState? _prompted;
    private DecodingState? _decoding;
    private string _text = "";
    private int[] _prompt = [];
    private int[] _answer = [];

    [GlobalSetup]
    public void Load()
    {
        var package = new ModelCatalog(Repository.Models).OpenForTask("translation");
        _card = LanguageModelCard.Read(package);
        _tokenizer = TextTokenizer.Load(package.PathOf("tokenizer.json"));
        _model = LoadModel(package);
        _withPrefix = LoadModel(package);
        _withPrefix.CachePrefix(_tokenizer.Encode(_card.Prompt.Split(LanguageModelCard.Placeholder)[0]));
        _text = _card.Prompt.Replace(LanguageModelCard.Placeholder, Glosses, StringComparison.Ordinal);
        _prompt = [.. _tokenizer.Encode(_text)];
        _answer = [.. Search(new GreedySearch(_model, _prompt, _card.EndId, _card.Conventions.MaxNewTokens)).Tokens];
        _prompted = _model.Read(_prompt, room: 0);
        _decoding = new DecodingState(_model, rows: 1, _prompt.Length + Steps);
    }

    [Benchmark]
    public IReadOnlyList<int> Encode() => _tokenizer!.Encode(_text);

    [Benchmark]
    public string Decode() => _tokenizer!.Decode(_answer);

    [Benchmark]
    public void ReadPrompt() => _model!.Read(_prompt, _card!.Conventions.MaxNewTokens).Dispose();

    [Benchmark]
    public void ReadPromptBehindCachedPrefix() => _withPrefix!.Read(_prompt, _card!.Conventions.MaxNewTokens).Dispose();

    [Benchmark(OperationsPerInvoke = Steps)]
    public void DecodeOneToken()
    {
        _prompted!.CopyTo(_decoding!, [0], _prompt.Length);
        for (var i = 0; i < Steps; i++)
            _decoding!.Append([_answer[i % _answer.Length]]);
    }

    [Benchmark]
    public object Greedy() => Search(new GreedySearch(_withPrefix!, _prompt, _card!.EndId, _card.Conventions.MaxNewTokens));

    [Benchmark]
    public object FourBeams() => Search(new BeamSearch(_withPrefix!, _prompt, _card!.EndId, _card.Conventions.MaxNewTokens, width: 4));

    [GlobalCleanup]
    public void Release()
    {
        _prompted?.Dispose();
        _decoding?.Dispose();
        _model?.Dispose();
        _withPrefix?.Dispose();
    }

    private CausalLanguageModel LoadModel(ModelPackage package) =>
        CausalLanguageModel.Load(package.PathOf("model.onnx"), _card!.Architecture, new SessionFactory(DeviceRequest.Auto), _options.Tuning);

    private static Hypothesis Search(ITokenSearch search)
    {
        using (search)
        {
            while (search.Advance())
                continue;
            return search.Hypotheses[0];
        }
    }
}
