using SignBridge.Pose.Files;

namespace SignBridge.Cli;

/// <summary>Reads videos, folders of images and <c>.pose</c> files with one set of models.</summary>
internal sealed class ClipReader(Translator translator, RecognitionMode mode, double imagesPerSecond)
{
    /// <param name="input">As the user named it.</param>
    /// <param name="file">The same, opened.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="SignBridgeException">Nothing can be read from it (<see cref="FailureKind.Input"/>).</exception>
    public async Task<TranslationResult> ReadAsync(string input, ClipFile file, CancellationToken cancellationToken)
    {
        var result = file.IsPose
            ? await ReadPosesAsync(input, file.Path, cancellationToken)
            : await ReadVideoAsync(input, file.Path, cancellationToken);
        return result with { Notices = [.. result.Notices.Select(n => n with { Message = file.Describe(n.Message) })] };
    }

    private Task<TranslationResult> ReadPosesAsync(string input, string path, CancellationToken cancellationToken)
    {
        var notices = new List<Notice>();
        var poses = PoseFileReader.Read(path, notices);
        return translator.TranslateAsync(input, poses, mode, notices, cancellationToken);
    }

    private async Task<TranslationResult> ReadVideoAsync(string input, string path, CancellationToken cancellationToken)
    {
        using var source = RecordedFrames.Open(path, imagesPerSecond);
        TranslationResult? result = null;
        var steps = source.Info.Duration is { } duration ? (long?)Math.Ceiling(duration.TotalSeconds * translator.FramesPerSecond) : null;
        await Progress.RunAsync(Path.GetFileName(input), steps, async advance =>
            result = await translator.TranslateAsync(input, source, mode, advance, cancellationToken));
        return result!;
    }
}
