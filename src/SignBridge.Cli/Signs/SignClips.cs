namespace SignBridge.Cli;

/// <summary>Reads clips that each hold one sign.</summary>
internal sealed class SignClips(Translator translator, double imagesPerSecond)
{
    private readonly ClipReader _reader = new(translator, RecognitionMode.Isolated, imagesPerSecond);

    /// <summary>The poses of a clip, at the rate of the recogniser.</summary>
    /// <exception cref="SignBridgeException">It cannot be read, or shows no hands (<see cref="FailureKind.Input"/>).</exception>
    public async Task<PoseSequence> ReadAsync(string input, CancellationToken cancellationToken)
    {
        using var file = ClipFile.Open(input);
        try
        {
            var result = await _reader.ReadAsync(input, file, cancellationToken);
            foreach (var notice in result.Notices.Where(n => n.Code is not ("abstained" or "no-hands")))
                Console.Error.WriteLine($"signbridge: {input}: {notice.Message}");
            return result.Notices.Any(n => n.Code == "no-hands")
                ? throw new SignBridgeException(FailureKind.Input, $"No hands were seen in '{input}', expected one sign: film it again with hands in view.")
                : result.Poses;
        }
        catch (SignBridgeException e) when (e.Kind == FailureKind.Input)
        {
            throw new SignBridgeException(e.Kind, file.Describe(e.Message), e);
        }
    }
}
