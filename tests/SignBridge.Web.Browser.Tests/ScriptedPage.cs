using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.Playwright;
using SignBridge.Testing;

namespace SignBridge.Web.Browser.Tests;

/// <summary>The page as it lies in the repository, with the test in the place of the server.</summary>
internal sealed class ScriptedPage : IAsyncDisposable
{
    private const string Origin = "http://localhost";
    private const string TaughtSigns = """{"recognizer":"asl-signs","signs":[{"name":"kai","examples":3,"notices":[]},{"name":"lea","examples":1,"notices":[]}]}""";
    public const int MaxInFlight = 3;
    private const byte EncodedImage = 1;
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private readonly IBrowserContext _context;
    private readonly Channel<JsonObject> _messages = Channel.CreateUnbounded<JsonObject>();
    private readonly Channel<byte[]> _frames = Channel.CreateUnbounded<byte[]>();
    private readonly List<string> _errors = [];
    private IWebSocketRoute? _socket;
    private int _sequence;

    private ScriptedPage(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
    }

    public IPage Page { get; }

    /// <summary>Whether every frame is acknowledged as it comes.</summary>
    public bool Acknowledges { get; set; } = true;

    public ILocator State => Page.Locator("#state");

    public ILocator Finals => Page.Locator("#finals");

    public static async Task<ScriptedPage> OpenAsync(IBrowserContext context)
    {
        var opened = new ScriptedPage(context, await context.NewPageAsync());
        opened.Page.SetDefaultTimeout(30_000);
        opened.Page.Console += (_, message) => opened.Note(message.Type == "error", message.Text);
        opened.Page.PageError += (_, error) => opened.Note(true, error);
        await opened.Page.RouteAsync(Origin + "/**", FulfillAsync);
        await opened.Page.RouteAsync(Origin + "/v1/signs", route => route.FulfillAsync(new() { ContentType = "application/json", Body = TaughtSigns }));
        await opened.Page.RouteWebSocketAsync("**/v1/live", opened.Accept);
        await opened.Page.GotoAsync(Origin + "/");
        return opened;
    }

    /// <summary>Presses start and opens the session that the page asks for.</summary>
    public async Task StartAsync()
    {
        await Page.Locator("#toggle").ClickAsync();
        var start = await NextMessageAsync();
        Assert.Equal("start", (string?)start["type"]);
        SendOpened();
        await Expect(State).ToHaveTextAsync("Live");
    }

    public void SendOpened() => Send("session.opened", new { session = "s1", fps = 15.0, maxInFlight = MaxInFlight, maxFrameBytes = 1 << 20, idleSeconds = 60 });

    /// <summary>Sends an event with the next number.</summary>
    public void Send(string type, object fields)
    {
        var json = JsonSerializer.SerializeToNode(fields)!.AsObject();
        json.Insert(0, "seq", ++_sequence);
        json.Insert(1, "type", type);
        json.Insert(2, "time", 1.0);
        SendRaw(json);
    }

    public void SendRaw(JsonObject json) => _socket!.Send(json.ToJsonString());

    public void Acknowledge(uint frame) => SendRaw(new JsonObject { ["type"] = "ack", ["frame"] = frame, ["dropped"] = 0 });

    /// <summary>Sends the glosses of an utterance that ended, and its sentence.</summary>
    public void SendUtterance(int utterance, string text, double start, double end, params string[] glosses)
    {
        Send("gloss.committed", new { utterance, committed = glosses.Select(Gloss), partial = Array.Empty<object>(), end = "hands-lowered" });
        Send("text.final", new { utterance, text, start, end });
    }

    public static object Gloss(string gloss) => new { gloss, start = 0.2, end = 0.5, confidence = 0.9, alternatives = Array.Empty<object>() };

    public Task CloseAsync(int code) => _socket!.CloseAsync(new WebSocketRouteCloseOptions { Code = code });

    public Task<JsonObject> NextMessageAsync() => NextAsync(_messages);

    /// <summary>Whether a frame came that nobody has read.</summary>
    public bool HasFrame => _frames.Reader.Count > 0;

    /// <summary>The next frame with its header.</summary>
    public Task<byte[]> NextFrameAsync() => NextAsync(_frames);

    public static uint NumberOf(byte[] frame) => BinaryPrimitives.ReadUInt32LittleEndian(frame.AsSpan(4));

    public static double TimeOf(byte[] frame) => BinaryPrimitives.ReadDoubleLittleEndian(frame.AsSpan(8));

    /// <summary>Fails where the browser complained, for example about the content security policy.</summary>
    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        Assert.Empty(_errors);
    }

    private static Task<T> NextAsync<T>(Channel<T> channel) => channel.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Deadline);

    private void Note(bool isError, string text)
    {
        if (isError)
            _errors.Add(text);
    }

    private void Accept(IWebSocketRoute socket)
    {
        _socket = socket;
        socket.OnMessage(frame =>
        {
            // Playwright gives both forms of every message; JSON does not begin with the kind of a frame.
            if (frame.Binary is not [EncodedImage, ..] binary)
            {
                _messages.Writer.TryWrite(JsonNode.Parse(frame.Text!)!.AsObject());
                return;
            }

            _frames.Writer.TryWrite(binary);
            if (Acknowledges)
                Acknowledge(NumberOf(binary));
        });
    }

    private static Task FulfillAsync(IRoute route)
    {
        var path = new Uri(route.Request.Url).AbsolutePath.TrimStart('/');
        return route.FulfillAsync(new RouteFulfillOptions
        {
            Path = Path.Combine(Repository.Root, "src", "SignBridge.Web", "wwwroot", path.Length == 0 ? "index.html" : path),
            Headers = [new("Content-Security-Policy", "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'")],
        });
    }
}
