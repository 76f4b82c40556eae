using SignBridge.Pose.Files;

namespace SignBridge.Cli;

/// <summary>Translates inputs one after another with one set of models.</summary>
internal sealed class TranslateRun(Translator translator, TranslateRequest request, IResultWriter writer)
{
    private TimeSpan _mediaTime;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var start = TimeProvider.System.GetTimestamp();
        try
        {
            return await InputLoop.RunAsync(request.Inputs, input => TranslateAsync(input, cancellationToken), cancellationToken);
        }
        finally
        {
            if (request.Timings)
                TimingsReport.Write(Console.Error, translator.Statistics, _mediaTime, TimeProvider.System.GetElapsedTime(start));
        }
    }

    private async Task TranslateAsync(string input, CancellationToken cancellationToken)
    {
        ClipFile? file = null;
        try
        {
            TranslationResult result;
            try
            {
                file = ClipFile.Open(input);
                result = await ReadAsync(input, file, cancellationToken);
            }
            catch (SignBridgeException e) when (e.Kind == FailureKind.Input)
            {
                var named = new SignBridgeException(e.Kind, file?.Describe(e.Message) ?? e.Message, e);
                writer.WriteFailure(input, named.Message);
                throw named;
            }

            _mediaTime += result.Duration;
            writer.Write(result);
            foreach (var notice in result.Notices)
                Console.Error.WriteLine($"signbridge: {input}: {notice.Message}");
            if (request.Overlay is { } path)
                await OverlayVideo.WriteAsync(file, request.ImagesPerSecond, result, path, request.Overwrite, cancellationToken);
        }
        finally
        {
            file?.Dispose();
        }
    }

    private async Task<TranslationResult> ReadAsync(string input, ClipFile file, CancellationToken cancellationToken)
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
        return translator.TranslateAsync(input, poses, request.Mode, notices, cancellationToken);
    }

    private async Task<TranslationResult> ReadVideoAsync(string input, string path, CancellationToken cancellationToken)
    {
        using var source = RecordedFrames.Open(path, request.ImagesPerSecond);
        TranslationResult? result = null;
        var steps = source.Info.Duration is { } duration ? (long?)Math.Ceiling(duration.TotalSeconds * translator.FramesPerSecond) : null;
        await Progress.RunAsync(Path.GetFileName(input), steps, async advance =>
            result = await translator.TranslateAsync(input, source, request.Mode, advance, cancellationToken));
        return result!;
    }
}
