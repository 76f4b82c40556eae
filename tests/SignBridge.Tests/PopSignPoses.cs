using System.Collections.Concurrent;
using SignBridge.Testing;
using SignBridge.Translation;
using SignBridge.Video;

[assembly: AssemblyFixture(typeof(SignBridge.Tests.PopSignPoses))]

namespace SignBridge.Tests;

/// <summary>The 250 PopSign clips through the pose stage and the isolated recogniser, once for all tests that measure on them.</summary>
public sealed class PopSignPoses
{
    private readonly Lazy<Task<IReadOnlyList<PopSignClip>>> _clips = new(ReadAllAsync);

    /// <summary>All rows of labels.csv, in its order.</summary>
    internal Task<IReadOnlyList<PopSignClip>> ClipsAsync() => _clips.Value;

    private static async Task<IReadOnlyList<PopSignClip>> ReadAllAsync()
    {
        var rows = File.ReadLines(Path.Combine(ExternalData.PopSign!, "labels.csv")).Skip(1).Select(l => l.Split(',')).ToList();
        using var translator = await TranslatorLoader.LoadAsync(
            ShippedModels.Catalog, ShippedModels.Sessions, new TranslatorOptions { Text = new PlainTranslator() }, TimeProvider.System);
        var clips = new ConcurrentDictionary<string, PopSignClip>();
        await Parallel.ForEachAsync(rows, TestContext.Current.CancellationToken, async (row, token) =>
            clips[row[0]] = await ReadAsync(translator, row[0], Path.Combine(ExternalData.PopSign!, row[1]), token));
        return [.. rows.Select(row => clips[row[0]])];
    }

    private static async Task<PopSignClip> ReadAsync(Translator translator, string gloss, string path, CancellationToken cancellationToken)
    {
        try
        {
            using var source = new VideoFileSource(path);
            var result = await translator.TranslateAsync(path, source, RecognitionMode.Isolated, null, cancellationToken);
            return new PopSignClip(gloss, result.Glosses[0].Alternatives is [var best, ..] ? best.Gloss : "nothing", result.Poses);
        }
        catch (SignBridgeException e) when (e.Kind == FailureKind.Input)
        {
            return new PopSignClip(gloss, e.Message, null);
        }
    }
}
