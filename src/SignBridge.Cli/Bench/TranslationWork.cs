using SignBridge.Pose.Files;

namespace SignBridge.Cli;

/// <summary>Clips to sentences, as <c>signbridge translate</c> does it.</summary>
internal sealed class TranslationWork(Translator translator, double imagesPerSecond) : IMeasuredWork
{
    public void Restart(PipelineMeters meters) => translator.Meters = meters;

    public async Task<MeasuredClip> RunAsync(string input, CancellationToken cancellationToken)
    {
        var result = ClipFile.IsPoseFile(input)
            ? await translator.TranslateAsync(input, PoseFileReader.Read(input), RecognitionMode.Continuous, cancellationToken: cancellationToken)
            : await ReadVideoAsync(input, cancellationToken);
        return new MeasuredClip(result.Poses.Frames.Count, result.Duration);
    }

    public void Dispose() => translator.Dispose();

    private async Task<TranslationResult> ReadVideoAsync(string input, CancellationToken cancellationToken)
    {
        using var source = RecordedFrames.Open(input, imagesPerSecond);
        return await translator.TranslateAsync(input, source, RecognitionMode.Continuous, cancellationToken: cancellationToken);
    }
}
