using SignBridge.Evaluation.Clips;
using SignBridge.Evaluation.Datasets;
using SignBridge.Evaluation.Slices;

namespace SignBridge.Evaluation.Runs;

/// <summary>Reads the poses of a sample and writes down what was read beside what the sample shows.</summary>
internal sealed class SampleReader(Translator translator, RunSettings settings)
{
    // Times are worth milliseconds, confidences four digits: more would only show how a processor rounds.
    private const int TimeDigits = 3;
    private const int ConfidenceDigits = 4;

    /// <summary>Reads it. Where that fails because of the input, the result says why.</summary>
    /// <param name="index">The place of the sample in the data set.</param>
    /// <param name="sample">The sample.</param>
    /// <param name="condition">As <see cref="SampleResult.Condition"/> writes it.</param>
    /// <param name="load">Gives the poses under that condition.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<SampleResult> ReadAsync(int index, Sample sample, string condition, Func<Task<SampleClip>> load, CancellationToken cancellationToken)
    {
        var result = new SampleResult
        {
            Index = index,
            Id = sample.Id,
            Condition = condition,
            ReferenceGlosses = sample.Glosses,
            ReferenceText = sample.Text,
            Signer = sample.Signer,
            Split = sample.Split,
            Columns = sample.Columns.Count == 0 ? null : sample.Columns,
        };
        try
        {
            var clip = await load();
            var read = With(result, clip, await translator.TranslateAsync(clip.Clip, settings.Mode, cancellationToken));
            return settings.IsStreaming ? With(read, await StreamedReading.OfAsync(translator, clip.Clip.Poses, cancellationToken)) : read;
        }
        catch (SignBridgeException e) when (e.Kind == FailureKind.Input)
        {
            return result with { Error = e.Message };
        }
    }

    private static SampleResult With(SampleResult result, SampleClip clip, TranslationResult read) => result with
    {
        Glosses = [.. read.Glosses.Select(g => g.Name)],
        Ranked = read.Mode == RecognitionMode.Isolated ? [.. read.Glosses.SelectMany(g => g.Alternatives).Select(Rounded)] : [],
        Text = read.Text,
        Notices = [.. read.Notices.Select(n => n.Code)],
        Duration = Math.Round(read.Duration.TotalSeconds, TimeDigits),
        FramesPerSecond = Math.Round(read.FramesPerSecond, TimeDigits),
        Brightness = clip.Brightness is { } brightness ? Math.Round(brightness, 1) : null,
        Hand = DominantHand.Of(clip.Clip.Poses),
        Sketch = PoseSketch.Of(read.Poses),
    };

    private static SampleResult With(SampleResult result, StreamedReading stream) => result with
    {
        Glosses = stream.Glosses,
        Text = stream.Text,
        Delays = [.. stream.Delays.Select(d => Math.Round(d.TotalSeconds, TimeDigits))],
    };

    private static GlossAlternative Rounded(GlossAlternative alternative) => alternative with { Confidence = Math.Round(alternative.Confidence, ConfidenceDigits) };
}
