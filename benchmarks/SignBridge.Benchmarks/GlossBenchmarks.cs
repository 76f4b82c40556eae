using BenchmarkDotNet.Attributes;
using SignBridge.Onnx;
using SignBridge.Pose.Files;
using SignBridge.Recognition;
using SignBridge.Testing;
using SignBridge.Translation;

namespace SignBridge.Benchmarks;

/// <summary>From poses to a sentence: recognising the two signs of a clip of 3 s, writing the sentence.</summary>
[MemoryDiagnoser]
public class GlossBenchmarks
{
    private static readonly string Clip = Path.Combine(Repository.Samples, "where-dog.pose");

    private SignRecognizer? _recognizer;
    private LanguageModelTranslator? _translator;
    private PoseSequence? _poses;
    private IReadOnlyList<Gloss> _glosses = [];

    [GlobalSetup]
    public void Load()
    {
        var catalog = new ModelCatalog(Repository.Models);
        var sessions = new SessionFactory(DeviceRequest.Auto);
        _recognizer = SignRecognizer.Load(catalog.OpenForTask("recognition"), sessions, new RecognitionOptions());
        _translator = LanguageModelTranslator.Load(catalog.OpenForTask("translation"), sessions);
        _poses = PoseFileReader.Read(Clip).Resample(_recognizer.Card.Input.Fps);
        _glosses = _recognizer.RecognizeContinuous(_poses).Glosses;
    }

    [Benchmark]
    public object RecognizeContinuous() => _recognizer!.RecognizeContinuous(_poses!);

    [Benchmark]
    public object RecognizeIsolated() => _recognizer!.RecognizeIsolated(_poses!);

    [Benchmark]
    public async Task<string> TranslateGreedy()
    {
        var text = "";
        await foreach (var update in _translator!.TranslateAsync(_glosses, CancellationToken.None))
            text = update.Text;
        return text;
    }

    [GlobalCleanup]
    public void Release()
    {
        _recognizer?.Dispose();
        _translator?.Dispose();
    }
}
