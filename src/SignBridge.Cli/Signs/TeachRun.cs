using SignBridge.Recognition;

namespace SignBridge.Cli;

/// <summary>Teaches a sign by clips: all of them or, where one cannot be read, none.</summary>
internal sealed class TeachRun(Translator translator, EnrolledSignFolder folder, double imagesPerSecond, bool overwrite)
{
    /// <summary>With fewer, another tempo or place than theirs is missed more often (docs/teach.md).</summary>
    private const int FewestExamples = 3;

    private readonly EnrolledSignStore _signs = new(folder, translator.Recognizer);

    public async Task RunAsync(string name, IReadOnlyList<string> inputs, CancellationToken cancellationToken)
    {
        RequireFree(name);
        var reader = new SignClips(translator, imagesPerSecond);
        var clips = new List<PoseSequence>();
        foreach (var input in inputs)
            clips.Add(await reader.ReadAsync(input, cancellationToken));

        var file = _signs.Save(EnrolledSign.Of(name, clips, translator.Recognizer), overwrite);
        Console.Out.WriteLine($"{name}: {clips.Count} {(clips.Count == 1 ? "example" : "examples")} in {file}");
        if (clips.Count < FewestExamples)
            Console.Error.WriteLine($"signbridge: '{name}' has fewer than {FewestExamples} examples; teach it again with more, at different tempo and place, and it is recognised more surely.");

        foreach (var (input, clip) in inputs.Zip(clips))
        {
            if (_signs.Doubt(name, clip) is { } doubt)
                Console.Error.WriteLine($"signbridge: {input}: {doubt.Message}");
        }
    }

    private void RequireFree(string name)
    {
        if (!overwrite && _signs.InVocabulary(name) is { } label)
            throw new SignBridgeException(FailureKind.Output, $"The sign '{label}' is in the vocabulary of '{translator.Recognizer.Card.Name}' already; choose another name or say --force to teach a variant of it.");
    }
}
