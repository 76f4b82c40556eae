using SignBridge.Pose.Files;

namespace SignBridge.Cli;

/// <summary>Clips to sentences, as <c>signbridge translate</c> does it.</summary>
internal sealed class TranslationWork(Translator translator, double imagesPerSecond) : IMeasuredWork
{
    public void Restart(PipelineMeters meters) => translator.Meters = meters;

    public async Task<MeasuredClip> RunAsync(string input, Action poseDone, CancellationToken cancellationToken)
    {
        var result = await (ClipFile.IsPoseFile(input) ? ReadPosesAsync(input, poseDone, cancellationToken) : ReadVideoAsync(input, poseDone, cancellationToken));
        return new MeasuredClip(result.Poses.Frames.Count, result.Duration);
    }

    public void Dispose() => translator.Dispose();

    private async Task<TranslationResult> ReadPosesAsync(string input, Action poseDone, CancellationToken cancellationToken)
    {
        poseDone(); // a file of poses has no start: what it costs to read grows with it
        return await translator.TranslateAsync(input, PoseFileReader.Read(input), RecognitionMode.Continuous, cancellationToken: cancellationToken);
    }

    private async Task<TranslationResult> ReadVideoAsync(string input, Action poseDone, CancellationToken cancellationToken)
    {
        using var source = RecordedFrames.Open(input, imagesPerSecond);
        return await translator.TranslateAsync(input, source, RecognitionMode.Continuous, poseDone, cancellationToken);
    }
}
