using System.Security.Cryptography;
using System.Text;
using SignBridge.Testing;

namespace SignBridge.Cli.Tests;

public sealed class SamplePullTests : IDisposable
{
    private readonly Dictionary<string, byte[]> _files = new()
    {
        ["/set/LICENSE"] = "MIT"u8.ToArray(),
        ["/set/clips/cat.mp4"] = RandomNumberGenerator.GetBytes(5000),
        ["/set/clips/dog.mp4"] = RandomNumberGenerator.GetBytes(70000),
    };

    private readonly WorkFolder _folder = new();
    private readonly HttpClient _http = new();
    private readonly LoopbackServer _server;

    public SamplePullTests() => _server = new LoopbackServer(path => _files.TryGetValue(path, out var content) ? (200, content) : (404, []));

    public void Dispose()
    {
        _server.Dispose();
        _http.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Pull_IntoANewFolder_WritesFilesAndLabels()
    {
        var finished = await PullAsync(Manifest());
        Assert.Equal(3, finished);
        Assert.Equal(_files["/set/clips/dog.mp4"], File.ReadAllBytes(_folder["set/dog.mp4"]));
        Assert.Equal("MIT", _folder.Read("set/LICENSE"));
        Assert.Equal("gloss,file,source\ncat,cat.mp4,clips/cat.mp4\ndog,dog.mp4,clips/dog.mp4\n", _folder.Read("set/labels.csv"));
        Assert.Equal(4, Directory.GetFiles(_folder["set"]).Length);
    }

    [Fact]
    public async Task Pull_Again_FetchesOnlyWhatIsMissingOrWrong()
    {
        var manifest = Manifest();
        await PullAsync(manifest);
        File.Delete(_folder["set/cat.mp4"]);
        File.WriteAllText(_folder["set/LICENSE"], "XXX");
        _server.Requests.Clear();
        Assert.Equal(3, await PullAsync(manifest));
        Assert.Equal(["/set/LICENSE", "/set/clips/cat.mp4"], _server.Requests.Select(r => r.Split(' ')[1]).Order(StringComparer.Ordinal));
        Assert.Equal(_files["/set/clips/cat.mp4"], File.ReadAllBytes(_folder["set/cat.mp4"]));
    }

    [Fact]
    public async Task Pull_OfOtherContent_KeepsNothingOfIt()
    {
        var manifest = Manifest();
        _files["/set/clips/cat.mp4"] = RandomNumberGenerator.GetBytes(5000);
        await AssertFailsAsync(manifest, "cat.mp4' is not the pinned file");
        Assert.False(File.Exists(_folder["set/cat.mp4"]));
    }

    [Fact]
    public async Task Pull_OfAFileThatIsGone_SaysSo()
    {
        var manifest = Manifest();
        _files.Remove("/set/clips/cat.mp4");
        await AssertFailsAsync(manifest, "cat.mp4' cannot be fetched", "404");
    }

    [Fact]
    public async Task Pull_FromADeadServer_SaysSo()
    {
        var manifest = Manifest();
        _server.Dispose();
        await AssertFailsAsync(manifest, "cannot be fetched", "check the network");
    }

    [Fact]
    public async Task Pull_IntoWhatIsAFile_IsAnOutputFailure()
    {
        File.WriteAllText(_folder["set"], "a file");
        var failure = await Assert.ThrowsAsync<SignBridgeException>(() => PullAsync(Manifest()));
        Assert.Equal(FailureKind.Output, failure.Kind);
        Assert.Contains(_folder["set"], failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pull_Cancelled_Ends()
    {
        var pull = new SamplePull(_http).PullAsync(Manifest(), _folder["set"], _ => { }, new CancellationToken(canceled: true));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pull);
    }

    [Fact]
    public void Manifest_OfTheRepository_NamesTheClips()
    {
        var manifest = SampleManifest.Read(Path.Combine(Repository.Root, "data", "popsign", "manifest.json"));
        Assert.Equal(("popsign", "MIT"), (manifest.Name, manifest.License));
        Assert.Equal(250, manifest.Files.Count(f => f.Gloss is not null));
        Assert.All(manifest.Files, f => Assert.Matches("^[0-9a-f]{40}$", f.GitBlob));
        Assert.All(manifest.Files, f => Assert.Equal(f.Path, Path.GetFileName(f.Path)));
        Assert.Contains("97c612c801bf304e5e397315a203e8cbd148ef4f", manifest.Source.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{ \"name\": null }")]
    public void Manifest_ThatIsDamaged_IsRefused(string content)
    {
        File.WriteAllText(_folder["manifest.json"], content);
        var failure = Assert.Throws<SignBridgeException>(() => SampleManifest.Read(_folder["manifest.json"]));
        Assert.Contains(_folder["manifest.json"], failure.Message, StringComparison.Ordinal);
    }

    private async Task<int> PullAsync(SampleManifest manifest)
    {
        var finished = 0;
        await new SamplePull(_http).PullAsync(manifest, _folder["set"], _ => Interlocked.Increment(ref finished), TestContext.Current.CancellationToken);
        return finished;
    }

    private async Task AssertFailsAsync(SampleManifest manifest, params string[] contained)
    {
        var failure = await Assert.ThrowsAsync<SignBridgeException>(() => PullAsync(manifest));
        Assert.Equal(FailureKind.Input, failure.Kind);
        Assert.All(contained, c => Assert.Contains(c, failure.Message, StringComparison.Ordinal));
    }

    private SampleManifest Manifest() => new("set", "MIT", new Uri(_server.Address, "set/"),
    [
        File_("LICENSE", "LICENSE", null), File_("cat.mp4", "clips/cat.mp4", "cat"), File_("dog.mp4", "clips/dog.mp4", "dog"),
    ]);

    private SampleFile File_(string path, string source, string? gloss)
    {
        var content = _files["/set/" + source];
#pragma warning disable CA5350 // as git does
        var id = SHA1.HashData([.. Encoding.ASCII.GetBytes($"blob {content.Length}\0"), .. content]);
#pragma warning restore CA5350
        return new SampleFile(path, source, content.Length, Convert.ToHexStringLower(id), gloss);
    }
}
