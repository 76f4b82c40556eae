using SignBridge.Recognition;

namespace SignBridge.Cli;

/// <summary>Teaches a sign by clips: all of them or, where one cannot be read, none.</summary>
internal sealed class TeachRun(Translator translator, EnrolledSignFolder folder, double imagesPerSecond, bool overwrite)
{
    /// <summary>With fewer, another tempo or place than theirs is missed more often (docs/teach.md).</summary>
    private const int FewestExamples = 3;

    public async Task RunAsync(string name, IReadOnlyList<string> inputs, CancellationToken cancellationToken)
    {
        var recognizer = translator.Recognizer;
        RequireFree(name, recognizer);
        var reader = new SignClips(translator, imagesPerSecond);
        var clips = new List<PoseSequence>();
        foreach (var input in inputs)
            clips.Add(await reader.ReadAsync(input, cancellationToken));

        var file = folder.Save(EnrolledSign.Of(name, clips, recognizer), overwrite);
        Console.Out.WriteLine($"{name}: {clips.Count} {(clips.Count == 1 ? "example" : "examples")} in {file}");
        if (clips.Count < FewestExamples)
            Console.Error.WriteLine($"signbridge: '{name}' has fewer than {FewestExamples} examples; teach it again with more, at different tempo and place, and it is recognised more surely.");

        recognizer.Enrolled = folder.Read(recognizer);
        foreach (var (input, clip) in inputs.Zip(clips))
            WarnWhereReadOtherwise(name, input, recognizer.RecognizeIsolated(clip).Glosses[0]);
    }

    private void RequireFree(string name, SignRecognizer recognizer)
    {
        if (!overwrite && recognizer.Labels.FirstOrDefault(l => l.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } label)
            throw new SignBridgeException(FailureKind.Output, $"The sign '{label}' is in the vocabulary of '{recognizer.Card.Name}' already; choose another name or say --force to teach a variant of it.");
    }

    private static void WarnWhereReadOtherwise(string name, string input, Gloss gloss)
    {
        if (gloss.IsUnknown)
            Console.Error.WriteLine($"signbridge: {input}: this example is unlike the others of '{name}' and would not be recognised; check that it shows the same sign.");
        else if (gloss.Name != name)
            Console.Error.WriteLine($"signbridge: {input}: this example of '{name}' would be recognised as '{gloss.Name}', which looks alike: expect the two to be confused.");
    }
}
