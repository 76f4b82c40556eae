using System.Collections.Concurrent;
using System.Globalization;
using SignBridge.Testing;
using SignBridge.Translation;
using SignBridge.Video;

namespace SignBridge.Tests;

/// <summary>Real clips through the whole pipeline, held against the figure of the reference implementation on the model's card.</summary>
public sealed class PopSignTests(ITestOutputHelper log)
{
    private const double Tolerance = 1; // percentage points

    [Fact]
    public async Task Isolated_PopSignClips_AreReadAsWellAsTheCardSays()
    {
        Assert.SkipWhen(ExternalData.PopSign is null, ExternalData.Reason);
        var clips = File.ReadLines(Path.Combine(ExternalData.PopSign, "labels.csv")).Skip(1).Select(l => l.Split(',')).ToList();
        using var translator = await TranslatorLoader.LoadAsync(
            ShippedModels.Catalog, ShippedModels.Sessions, new TranslatorOptions { Text = new PlainTranslator() }, TimeProvider.System);

        var wrong = new ConcurrentQueue<string>();
        await Parallel.ForEachAsync(clips, TestContext.Current.CancellationToken, async (clip, token) =>
        {
            var best = await BestReadingAsync(translator, Path.Combine(ExternalData.PopSign, clip[1]), token);
            if (best != clip[0])
                wrong.Enqueue($"{clip[0]} as {best}");
        });

        var accuracy = 100.0 * (clips.Count - wrong.Count) / clips.Count;
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"isolated top-1: {accuracy:0.0} % of {clips.Count} clips, card: {CardFigure()} %; wrong: {string.Join(", ", wrong.Order(StringComparer.Ordinal))}"));
        Assert.Equal(250, clips.Count);
        Assert.InRange(accuracy, CardFigure() - Tolerance, 100);
    }

    private static async Task<string> BestReadingAsync(Translator translator, string path, CancellationToken cancellationToken)
    {
        try
        {
            using var source = new VideoFileSource(path);
            var result = await translator.TranslateAsync(path, source, RecognitionMode.Isolated, null, cancellationToken);
            return result.Glosses[0].Alternatives is [var best, ..] ? best.Gloss : "nothing";
        }
        catch (SignBridgeException e) when (e.Kind == FailureKind.Input)
        {
            return e.Message;
        }
    }

    private static double CardFigure() => ShippedModels.Catalog.OpenForTask("recognition").Card.Measured
        .Single(m => m.GetProperty("on").GetString()!.StartsWith("250 PopSign", StringComparison.Ordinal) && m.GetProperty("metric").GetString() == "isolated top-1 %")
        .GetProperty("value").GetDouble();
}
