using SignBridge.Onnx;
using SignBridge.Pose;
using SignBridge.Recognition;
using SignBridge.Translation;

namespace SignBridge;

/// <summary>Loads the models of a translator side by side: reading, hashing and optimising three packages one after another would take twice as long.</summary>
public static class TranslatorLoader
{
    /// <summary>Loads a translator.</summary>
    /// <param name="catalog">Where the packages lie.</param>
    /// <param name="sessions">Decides the device.</param>
    /// <param name="options">What it is made of.</param>
    /// <param name="time">The clock of the meters.</param>
    /// <exception cref="SignBridgeException">A package or a taught sign is missing, damaged or does not fit its card or the others (<see cref="FailureKind.Model"/>).</exception>
    public static async Task<Translator> LoadAsync(ModelCatalog catalog, SessionFactory sessions, TranslatorOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(sessions);
        ArgumentNullException.ThrowIfNull(options);
        var named = options.Models.Select(catalog.Open).ToList();

        var text = Task.Run(() => options.Text ?? LoadLanguageModel(Open("translation"), sessions, options, time));
        var pose = Task.Run(() => options.ReadsVideo ? HolisticModels.Load(Verified(Open("pose")), sessions, new HolisticOptions()) : null);
        var recognizer = Task.Run(() => LoadRecognizer(Open("recognition"), sessions, options));
        try
        {
            await Task.WhenAll(text, pose, recognizer);
            RequireSameExtractor((await pose)?.Extractor, (await recognizer).Card);
        }
        catch
        {
            DisposeIfLoaded(text);
            DisposeIfLoaded(pose);
            DisposeIfLoaded(recognizer);
            throw;
        }

        return new Translator(await pose, await recognizer, await text, sessions.Device, options, new PipelineMeters(time));

        ModelPackage Open(string task) => catalog.OpenForTask(task, named);
    }

    private static LanguageModelTranslator LoadLanguageModel(ModelPackage package, SessionFactory sessions, TranslatorOptions options, TimeProvider time) =>
        LanguageModelTranslator.Load(Verified(package), sessions, new LanguageModelTranslatorOptions { BeamWidth = options.Beams, Time = time });

    private static SignRecognizer LoadRecognizer(ModelPackage package, SessionFactory sessions, TranslatorOptions options)
    {
        var recognizer = SignRecognizer.Load(Verified(package), sessions, new RecognitionOptions { Best = options.Best });
        try
        {
            recognizer.Enrolled = options.Signs?.Read(recognizer) ?? EnrolledSigns.None;
            return recognizer;
        }
        catch
        {
            recognizer.Dispose();
            throw;
        }
    }

    // Poses from a file may come from anywhere, which is a notice in the result; two packages that do not belong together are a mistake.
    private static void RequireSameExtractor(string? pose, RecognitionCard recognizer)
    {
        if (pose is not null && recognizer.Extractor is { } extractor && extractor != pose)
        {
            throw new SignBridgeException(
                FailureKind.Model, $"The recogniser '{recognizer.Name}' was made for the poses of '{extractor}', not of '{pose}'; name two models that belong together with --model.");
        }
    }

    private static ModelPackage Verified(ModelPackage package)
    {
        package.Verify();
        return package;
    }

    private static void DisposeIfLoaded<T>(Task<T> load)
    {
        if (load.IsCompletedSuccessfully)
            (load.Result as IDisposable)?.Dispose();
    }
}
