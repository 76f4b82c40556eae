namespace SignBridge.Cli;

/// <summary>Works through inputs: one that fails is named on stderr and does not stop the rest.</summary>
internal static class InputLoop
{
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> inputs, Func<string, Task> work, CancellationToken cancellationToken)
    {
        var code = ExitCode.Success;
        foreach (var input in inputs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                await work(input);
            }
            catch (SignBridgeException e) when (e.Kind is FailureKind.Input or FailureKind.Output)
            {
                Console.Error.WriteLine($"signbridge: {e.Message}");
                code = code == ExitCode.Success ? ExitCode.Of(e.Kind) : code;
            }
        }

        return code;
    }
}
