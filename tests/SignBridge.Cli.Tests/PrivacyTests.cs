using SignBridge.Testing;

namespace SignBridge.Cli.Tests;

public sealed class PrivacyTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("doctor")]
    [InlineData("translate", "--device", "cpu", "--text", "plain")]
    [InlineData("bench", "--device", "cpu", "--rounds", "1", "--warmup", "0")]
    public async Task Program_RunsModels_LeavesNothingOfALibraryInTheHomeOfTheUser(string command, params string[] options)
    {
        string[] input = command == "doctor" ? [] : [SampleClip.Named("where-dog").Poses];
        (await CliProcess.RunAsync(_folder, [command, .. input, .. options])).AssertSucceeded();
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }
}
