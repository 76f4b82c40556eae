using System.Text.Json;

namespace SignBridge.Cli.Tests;

/// <summary>What a process left: its exit code and both streams.</summary>
public sealed record CliResult(int ExitCode, string Output, string Errors)
{
    public IReadOnlyList<string> ErrorLines => Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public IReadOnlyList<string> OutputLines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The output as JSON: one result, or an array of them.</summary>
    public IReadOnlyList<JsonElement> Results => ResultsOf(Output);

    public static IReadOnlyList<JsonElement> ResultsOf(string json)
    {
        var root = JsonDocument.Parse(json).RootElement;
        return root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray()] : [root];
    }

    /// <summary>Nothing but one sentence on stderr and this exit code.</summary>
    public void AssertFailed(int exitCode, params string[] contained)
    {
        Assert.Equal(exitCode, ExitCode);
        Assert.Empty(Output);
        var line = Assert.Single(ErrorLines);
        Assert.StartsWith("signbridge: ", line, StringComparison.Ordinal);
        Assert.EndsWith(".", line, StringComparison.Ordinal);
        Assert.All(contained, c => Assert.Contains(c, line, StringComparison.Ordinal));
    }

    public CliResult AssertSucceeded()
    {
        Assert.True(ExitCode == 0, $"exit code {ExitCode}: {Errors}");
        return this;
    }
}
