namespace SignBridge.Cli;

/// <summary>Translates inputs one after another with one set of models.</summary>
internal sealed class TranslateRun(Translator translator, TranslateRequest request, IResultWriter writer)
{
    private readonly ClipReader _reader = new(translator, request.Mode, request.ImagesPerSecond);
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
                result = await _reader.ReadAsync(input, file, cancellationToken);
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
}
