using System.CommandLine;

namespace SignBridge.Cli;

/// <summary><c>signbridge samples pull DIR</c></summary>
internal static class SamplesCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "Folder for the data; the clips go to DIR/popsign (90 MB)." };
        var pull = new Command("pull", "Fetch the 250 PopSign reference clips (MIT licence) from their pinned public address.") { folder };
        CommonOptions.RejectUnknownOptions(folder);
        pull.SetAction((result, cancellationToken) => PullAsync(result.GetRequiredValue(folder), cancellationToken));
        return new Command("samples", "Public clips that may be fetched but not shipped.") { pull };
    }

    private static async Task<int> PullAsync(string folder, CancellationToken cancellationToken)
    {
        var manifest = SampleManifest.Read(RepositoryFolder.Find(Path.Combine("data", "popsign", "manifest.json")));
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(60) };
        var target = Path.Combine(folder, manifest.Name);
        await Progress.RunAsync("Fetching clips", manifest.Files.Count, advance => new SamplePull(http).PullAsync(manifest, target, _ => advance(), cancellationToken));
        Console.Out.WriteLine($"{manifest.Files.Count(f => f.Gloss is not null)} clips ({manifest.License}) in {target}");
        return ExitCode.Success;
    }
}
