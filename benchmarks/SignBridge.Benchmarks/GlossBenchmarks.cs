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
    private RecognizerOutput? _output;

    [GlobalSetup]
    public void Load()
    {
        var catalog = new ModelCatalog(Repository.Models);
        var sessions = new SessionFactory(DeviceRequest.Auto);
        _recognizer = SignRecognizer.Load(catalog.OpenForTask("recognition"), sessions, new RecognitionOptions());
        _translator = LanguageModelTranslator.Load(catalog.OpenForTask("translation"), sessions);
        _poses = PoseFileReader.Read(Clip).Resample(_recognizer.Card.Input.Fps);
        _glosses = _recognizer.RecognizeContinuous(_poses).Glosses;
        _output = _recognizer.Run(_poses);
    }

    [Benchmark]
    public object RecognizeContinuous() => _recognizer!.RecognizeContinuous(_poses!);

    /// <summary>The search alone, over the steps of the clip that the graph gave before.</summary>
    [Benchmark]
    public object SearchBeam()
    {
        var search = new CtcBeamSearch(_recognizer!.Labels.Count + 2, _recognizer.Card.Output.Blank, new RecognitionOptions().BeamWidth);
        for (var step = 0; step < _output!.Steps; step++)
            search.Advance(_output.Step(step));
        return search.Best(1);
    }

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
