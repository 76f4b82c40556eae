using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SignBridge.Onnx;
using SignBridge.Pose.Files;
using SignBridge.Recognition;
using SignBridge.Testing;
using SignBridge.Translation;

namespace SignBridge.Web.Tests;

/// <summary>Signs are taught to a running service. It has models of its own: what is taught would be recognised in other tests.</summary>
public sealed class SignsTests(ShippedModels models) : WebTest(models), IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("taught-");
    private Translator _translator = null!;

    private static SampleClip Sample => SampleClip.Named("where-dog");

    private IEnumerable<string> Files => _folder.EnumerateFiles("*", SearchOption.AllDirectories).Select(f => f.Name);

    public async ValueTask InitializeAsync() => _translator = await TranslatorLoader.LoadAsync(
        new ModelCatalog(Repository.Models),
        new SessionFactory(DeviceRequest.Cpu),
        new TranslatorOptions { Text = new PlainTranslator(), Signs = new EnrolledSignFolder(_folder.FullName) },
        TimeProvider.System);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _translator.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Sign_TaughtWhileASessionRuns_IsRecognisedInIt()
    {
        await StartAsync(null);
        using var client = await LiveClient.StartPosesAsync(Server.Address);

        foreach (var example in Variants(3))
            (await AddAsync("hund", example)).EnsureSuccessStatusCode().Dispose();
        await client.SendAsync(LiveClient.Poses(Sample.Name));
        await client.StopAsync();
        await client.ClosedAsync();

        Assert.Equal(["Where hund."], client.Finals);
        Assert.Equal(["hund:3"], await ListAsync());
        Assert.Equal(["hund.json"], Files);
    }

    [Fact]
    public async Task Sign_Removed_IsRecognisedNoMore()
    {
        await StartAsync(null);
        foreach (var example in Variants(3))
            (await AddAsync("hund", example)).EnsureSuccessStatusCode().Dispose();
        Assert.Equal("Where hund.", await TranslateAsync());

        using var removed = await Http.DeleteAsync(At("/v1/signs/hund"), Token);
        using var again = await Http.DeleteAsync(At("/v1/signs/hund"), Token);

        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        Assert.Equal("Where dog.", await TranslateAsync());
        Assert.Empty(await ListAsync());
        Assert.Empty(Files);
    }

    [Fact]
    public async Task Sign_Exported_IsImportedAsItWas()
    {
        await StartAsync(null);
        (await AddAsync("hund", Variants(1)[0])).EnsureSuccessStatusCode().Dispose();
        var stored = await File.ReadAllBytesAsync(Path.Combine(_folder.FullName, "hund.json"), Token);

        using var exported = await Http.GetAsync(At("/v1/signs/hund"), Token);
        var file = await exported.Content.ReadAsByteArrayAsync(Token);
        using (var refused = await ImportAsync(file))
            await AssertProblemAsync(refused, 409, "'hund' was taught already");
        (await Http.DeleteAsync(At("/v1/signs/hund"), Token)).Dispose();
        using var imported = await ImportAsync(file);

        Assert.Equal(stored, file);
        Assert.Equal("hund.json", exported.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal(HttpStatusCode.Created, imported.StatusCode);
        Assert.Equal("/v1/signs/hund", imported.Headers.Location?.ToString());
        Assert.Equal(stored, await File.ReadAllBytesAsync(Path.Combine(_folder.FullName, "hund.json"), Token));
        Assert.Equal("Where hund.", await TranslateAsync());
    }

    [Fact]
    public async Task Examples_SeveralAtOnce_AreAllKept()
    {
        await StartAsync(null);

        var answers = await Task.WhenAll(Variants(5).Select(example => AddAsync("hund", example)));

        Assert.All(answers, answer => answer.EnsureSuccessStatusCode());
        Assert.Equal(["hund:5"], await ListAsync());
    }

    [Fact]
    public async Task Example_UnlikeTheOthers_IsPointedOut()
    {
        await StartAsync(null);
        foreach (var example in Variants(3))
            (await AddAsync("hund", example)).EnsureSuccessStatusCode().Dispose();

        using var answer = await AddAsync("hund", Bytes(Part(SampleClip.Named("cow-drink-water"), 0, 1.4)));

        var notice = Assert.Single((await JsonOf(answer)).GetProperty("notices").EnumerateArray());
        Assert.StartsWith("example-", notice.GetProperty("code").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("..%2F..%2Fevil")]
    [InlineData("%2e%2e%5cevil")]
    [InlineData("a%00b")]
    [InlineData("two%20words")]
    [InlineData(".hidden")]
    public async Task Name_ThatIsNoWord_IsRefusedAndReachesNoFile(string name)
    {
        await StartAsync(null);

        using var added = await Http.PostAsync(At($"/v1/signs/{name}/examples"), new ByteArrayContent(Variants(1)[0]), Token);
        using var exported = await Http.GetAsync(At($"/v1/signs/{name}"), Token);
        using var removed = await Http.DeleteAsync(At($"/v1/signs/{name}"), Token);

        Assert.All((HttpResponseMessage[])[added, exported, removed], answer => Assert.Contains((int)answer.StatusCode, (int[])[400, 404, 422]));
        Assert.Empty(Files);
    }

    [Fact]
    public async Task Name_OfTheVocabulary_IsRefused()
    {
        await StartAsync(null);

        using var answer = await AddAsync("Dog", Variants(1)[0]);

        await AssertProblemAsync(answer, 409, "'dog' is known already");
        Assert.Empty(Files);
    }

    [Fact]
    public async Task Example_ThatShowsNoSign_IsRefused()
    {
        await StartAsync(null);
        var still = Part(Sample, 0, 1);
        var noHands = still with { Frames = [.. still.Frames.Select(f => new PoseFrame(f.Time, f.Layout, [.. f.Part("body"), .. Enumerable.Repeat(Landmark.Absent, f.Layout.Count - f.Part("body").Length)]))] };

        using var handless = await AddAsync("kai", Bytes(noHands));
        using var text = await AddAsync("kai", "hello, I am no video"u8.ToArray());

        await AssertProblemAsync(handless, 422, "No hands were seen in an example of 'kai'");
        await AssertProblemAsync(text, 415, "neither an MP4");
        Assert.Empty(Files);
    }

    [Fact]
    public async Task Limits_OfSigns_AreKept()
    {
        await StartAsync(Loopback with { Signs = new SignLimits { Signs = 1, Examples = 1, Duration = TimeSpan.FromSeconds(2), FileBytes = 2000 } });
        (await AddAsync("hund", Variants(1)[0])).EnsureSuccessStatusCode().Dispose();

        using var example = await AddAsync("hund", Variants(1)[0]);
        using var sign = await AddAsync("kai", Variants(1)[0]);
        (await Http.DeleteAsync(At("/v1/signs/hund"), Token)).Dispose();
        using var clip = await AddAsync("kai", await File.ReadAllBytesAsync(Sample.Poses, Token));
        using var file = await ImportAsync(new byte[2001]);

        await AssertProblemAsync(example, 409, "'hund' has 1 examples already");
        await AssertProblemAsync(sign, 409, "1 signs are taught already");
        await AssertProblemAsync(clip, 422, "longer than 0.03 minutes");
        await AssertProblemAsync(file, 413, "more than 2000 bytes");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("""{"name":"../evil","recognizer":{"name":"asl-signs","sha256":"00"},"examples":[[1]]}""")]
    [InlineData("""{"name":"kai","recognizer":{"name":"asl-signs","sha256":"00"},"examples":[[1]]}""")]
    public async Task Import_OfWhatIsNoSignOfThisRecogniser_IsRefused(string content)
    {
        await StartAsync(null);

        using var answer = await ImportAsync(Encoding.UTF8.GetBytes(content));

        await AssertProblemAsync(answer, 422, "upload");
        Assert.Empty(Files);
    }

    [Fact]
    public async Task Signs_WhereEverybodyReachesTheService_AreOff()
    {
        await StartAsync(new ServeOptions { Listen = new IPEndPoint(IPAddress.Any, 0), Insecure = true });
        using var http = new HttpClient { BaseAddress = new UriBuilder(Server.Address) { Host = "127.0.0.1" }.Uri };

        using var list = await http.GetAsync(At("/v1/signs"), Token);
        using var added = await http.PostAsync(At("/v1/signs/kai/examples"), new ByteArrayContent(Variants(1)[0]), Token);

        await AssertProblemAsync(list, 403, "start it with a token");
        await AssertProblemAsync(added, 403, "start it with a token");
        Assert.Empty(Files);
    }

    [Fact]
    public async Task Signs_OfAServiceWithoutAFolder_AreNotThere()
    {
        await base.StartAsync();

        using var answer = await Http.GetAsync(At("/v1/signs"), Token);

        await AssertProblemAsync(answer, 404, "keeps no taught signs");
    }

    private static Uri At(string path) => new(path, UriKind.Relative);

    private static PoseSequence Part(SampleClip sample, double from, double to)
    {
        var poses = PoseFileReader.Read(sample.Poses).Resample(15);
        return poses with { Frames = [.. poses.Frames.Where(f => f.Time.TotalSeconds >= from && f.Time.TotalSeconds < to)] };
    }

    /// <summary>The sign "dog", by which another name is taught, as <c>.pose</c> files.</summary>
    private static byte[][] Variants(int count)
    {
        var random = new Random(5);
        return [.. Enumerable.Range(0, count).Select(_ => Bytes(Part(Sample, 1.4, 3).Vary(random, strength: 1)))];
    }

    private static byte[] Bytes(PoseSequence poses)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        PoseFileWriter.Write(file, poses);
        var bytes = File.ReadAllBytes(file);
        File.Delete(file);
        return bytes;
    }

    private new Task StartAsync(ServeOptions? options) => StartAsync(Task.FromResult(_translator), options);

    private Task<HttpResponseMessage> AddAsync(string name, byte[] clip) => Http.PostAsync(At($"/v1/signs/{name}/examples"), new ByteArrayContent(clip), Token);

    private Task<HttpResponseMessage> ImportAsync(byte[] file) => Http.PostAsync(
        At("/v1/signs"), new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } }, Token);

    private async Task<string[]> ListAsync()
    {
        using var answer = await Http.GetAsync(At("/v1/signs"), Token);
        var list = await JsonOf(answer);
        Assert.Equal("asl-signs", list.GetProperty("recognizer").GetString());
        return [.. list.GetProperty("signs").EnumerateArray().Select(s => $"{s.GetProperty("name").GetString()}:{s.GetProperty("examples").GetInt32()}")];
    }

    private async Task<string> TranslateAsync()
    {
        using var answer = await Http.PostAsync(At("/v1/translate"), new ByteArrayContent(await File.ReadAllBytesAsync(Sample.Poses, Token)), Token);
        return (await JsonOf(answer)).GetProperty("text").GetString()!;
    }

    private static async Task<JsonElement> JsonOf(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(Token)).RootElement;

    private static async Task AssertProblemAsync(HttpResponseMessage answer, int status, string said)
    {
        Assert.Equal((status, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var detail = (await JsonOf(answer)).GetProperty("detail").GetString()!;
        Assert.Contains(said, detail, StringComparison.Ordinal);
        Assert.EndsWith(".", detail, StringComparison.Ordinal);
        Assert.DoesNotContain(Path.GetTempPath(), detail, StringComparison.Ordinal);
    }
}
