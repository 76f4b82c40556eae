using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SignBridge.Testing;

namespace SignBridge.Web.Tests;

public sealed class TranslateTests(ShippedModels models, TemporaryFolder temporary) : WebTest(models)
{
    private static readonly SampleClip Sample = SampleClip.Named("where-dog");

    [Fact]
    public async Task Translate_Poses_GivesTheJsonOfTheCommand()
    {
        await StartAsync();

        using var answer = await PostAsync("/v1/translate", await File.ReadAllBytesAsync(Sample.Poses, Token));

        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        var result = (await JsonOf(answer)).RootElement;
        Assert.Equal("upload", result.GetProperty("input").GetString());
        Assert.Equal(Sample.Text, result.GetProperty("text").GetString());
        Assert.Equal(Sample.Glosses, result.GetProperty("glosses").EnumerateArray().Select(g => g.GetProperty("gloss").GetString()));
        Assert.Empty(temporary.Files);
    }

    [Fact]
    public async Task Translate_VideoInAForm_GivesItsSentence()
    {
        await StartAsync();
        using var form = new MultipartFormDataContent { { new StringContent("ignored"), "note" } };
        form.Add(new ByteArrayContent(await File.ReadAllBytesAsync(Sample.Video, Token)), "file", "../../etc/passwd");

        using var answer = await Http.PostAsync(new Uri("/v1/translate", UriKind.Relative), form, Token);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Sample.Text, (await JsonOf(answer)).RootElement.GetProperty("text").GetString());
        Assert.Empty(temporary.Files);
    }

    [Theory]
    [InlineData("?format=srt", null, "application/x-subrip", "1\n00:00:0")]
    [InlineData("?format=vtt", "application/json", "text/vtt", "WEBVTT\n\n00:00:0")]
    [InlineData("", "text/vtt", "text/vtt", "WEBVTT\n\n00:00:0")]
    [InlineData("", "text/vtt;q=0.5, application/x-subrip", "application/x-subrip", "1\n00:00:0")]
    [InlineData("", "text/html, */*", "application/json", "{\"input\"")]
    [InlineData("?mode=isolated", null, "application/json", "{\"input\":\"upload\",\"mode\":\"isolated\"")]
    public async Task Translate_Format_IsThatOfTheQueryOrOfTheHeader(string query, string? accept, string type, string start)
    {
        await StartAsync();

        using var answer = await PostAsync("/v1/translate" + query, await File.ReadAllBytesAsync(Sample.Poses, Token), accept);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith(start, await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    public static TheoryData<string, int, string> WrongUploads => new()
    {
        { "", 415, "neither an MP4" },
        { "hello, I am no video", 415, "neither an MP4" },
        { "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n", 415, "neither an MP4" },
        { "ffconcat version 1.0\nfile /etc/passwd\n", 415, "neither an MP4" },
        { "\0\0\0\u0018ftypisom\0\0\0\0isomisom", 422, "'upload' is cut off" },
        { "\u00cd\u00cc\u00cc\u003d and no more", 422, "The pose file 'upload'" }, // 0.1f
    };

    [Theory]
    [MemberData(nameof(WrongUploads))]
    public async Task Translate_WhatIsNoClip_IsRefusedInOneSentence(string content, int status, string said)
    {
        await StartAsync();

        using var answer = await PostAsync("/v1/translate", Encoding.Latin1.GetBytes(content));

        await AssertProblemAsync(answer, status, said);
        Assert.Empty(temporary.Files);
    }

    [Theory]
    [InlineData("?format=xml", "The format is not one of json, srt and vtt")]
    [InlineData("?mode=fast", "The mode is neither continuous nor isolated")]
    public async Task Translate_WrongParameter_IsRefused(string query, string said)
    {
        await StartAsync();

        using var answer = await PostAsync("/v1/translate" + query, [0]);

        await AssertProblemAsync(answer, 400, said);
    }

    [Fact]
    public async Task Translate_FormWithoutAFile_IsRefused()
    {
        await StartAsync();
        using var form = new MultipartFormDataContent { { new StringContent("only text"), "note" } };

        using var answer = await Http.PostAsync(new Uri("/v1/translate", UriKind.Relative), form, Token);

        await AssertProblemAsync(answer, 400, "The form has no file");
    }

    [Fact]
    public async Task Translate_BiggerThanAllowed_IsRefused()
    {
        await StartAsync(Loopback with { Clips = new ClipLimits { Bytes = 1000 } });

        using var answer = await PostAsync("/v1/translate", await File.ReadAllBytesAsync(Sample.Poses, Token));

        await AssertProblemAsync(answer, 413, "more than 1000 bytes");
        Assert.Empty(temporary.Files);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Translate_LongerThanAllowed_IsRefused(bool video)
    {
        await StartAsync(Loopback with { Clips = new ClipLimits { Duration = TimeSpan.FromSeconds(1.5) } });

        using var answer = await PostAsync("/v1/translate", await File.ReadAllBytesAsync(video ? Sample.Video : Sample.Poses, Token));

        await AssertProblemAsync(answer, 422, "The clip is longer than 0.03 minutes");
        Assert.Empty(temporary.Files);
    }

    [Fact]
    public async Task Translate_LargerFramesThanAllowed_IsRefused()
    {
        await StartAsync(Loopback with { Clips = new ClipLimits { Pixels = 640 * 480 } });

        using var answer = await PostAsync("/v1/translate", await File.ReadAllBytesAsync(Sample.Video, Token));

        await AssertProblemAsync(answer, 422, "'upload' has frames of 960x720");
    }

    [Fact]
    public async Task Translate_MoreAtOnceThanAllowed_IsRefusedWithATimeToComeBack()
    {
        await StartAsync(Loopback with { Clips = new ClipLimits { AtOnce = 1, Waiting = 0 } });
        var go = new TaskCompletionSource();
        var arrived = new TaskCompletionSource();
        using var slow = new SlowContent(await File.ReadAllBytesAsync(Sample.Poses, Token), arrived, go.Task);
        var first = Http.PostAsync(new Uri("/v1/translate", UriKind.Relative), slow, Token);
        await arrived.Task;

        while (!temporary.Files.Any())
            await Task.Delay(10, Token); // the first one has its turn once its file is there

        using (var second = await PostAsync("/v1/translate", [0]))
        {
            await AssertProblemAsync(second, 503, "Too many clips wait already");
            Assert.Equal(TimeSpan.FromSeconds(10), second.Headers.RetryAfter?.Delta);
        }

        go.SetResult();
        using var answer = await first;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Translate_ClientThatLeavesInTheMiddle_LeavesNoFile()
    {
        await StartAsync();
        using var leave = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var arrived = new TaskCompletionSource();
        using var slow = new SlowContent(await File.ReadAllBytesAsync(Sample.Poses, Token), arrived, Task.Delay(Timeout.Infinite, leave.Token));
        var upload = Http.PostAsync(new Uri("/v1/translate", UriKind.Relative), slow, leave.Token);
        await arrived.Task;

        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => upload);
        await Server.DisposeAsync(); // waits for the request

        Assert.Empty(temporary.Files);
    }

    [Fact]
    public async Task Translate_BeforeTheModelsAreLoaded_IsRefused()
    {
        await StartAsync(new TaskCompletionSource<Translator>().Task);

        using var answer = await PostAsync("/v1/translate", [0]);

        await AssertProblemAsync(answer, 503, "The models are being loaded");
    }

    private static async Task AssertProblemAsync(HttpResponseMessage answer, int status, string said)
    {
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = (await JsonOf(answer)).RootElement;
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        var detail = problem.GetProperty("detail").GetString()!;
        Assert.Contains(said, detail, StringComparison.Ordinal);
        Assert.EndsWith(".", detail, StringComparison.Ordinal);
        Assert.DoesNotContain(Path.GetTempPath(), detail, StringComparison.Ordinal);
    }

    private static async Task<JsonDocument> JsonOf(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(Token));

    private async Task<HttpResponseMessage> PostAsync(string path, byte[] content, string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(content) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("video/mp4"); // whatever it is
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        return await Http.SendAsync(request, Token);
    }

    /// <summary>Sends a half, and the other when it may.</summary>
    private sealed class SlowContent(byte[] content, TaskCompletionSource arrived, Task go) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(content.AsMemory(0, content.Length / 2), Token);
            await stream.FlushAsync(Token);
            arrived.TrySetResult();
            await go;
            await stream.WriteAsync(content.AsMemory(content.Length / 2), Token);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = content.Length;
            return true;
        }
    }
}
