using System.CommandLine;
using System.Net;
using SignBridge.Web;

namespace SignBridge.Cli;

/// <summary><c>signbridge serve</c>: the page, live sessions and clips over HTTP, until Ctrl-C.</summary>
internal static class ServeCommand
{
    private const string TokenVariable = "SIGNBRIDGE_TOKEN";

    private static readonly Option<IPEndPoint> Listen = CheckedOption.Create(
        "--listen", "ADDRESS:PORT", "Where to listen; other addresses than loopback need --token or --insecure.", new ServeOptions().Listen, ParseAddress);

    private static readonly Option<string?> Token = new("--token")
    {
        Description = $"What clients must know, at least 16 characters; {TokenVariable} keeps it out of the list of processes.",
        HelpName = "TOKEN",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable(TokenVariable) is { Length: > 0 } token ? token : null,
    };

    private static readonly Option<bool> Insecure = new("--insecure") { Description = "Let everybody in who reaches the address, without a token." };

    private static readonly Option<Uri[]> AllowedOrigins = new("--allow-origin")
    {
        Description = "A site whose pages may use the service, for example https://example.org; may be repeated.",
        HelpName = "ORIGIN",
        DefaultValueFactory = _ => [],
        CustomParser = argument => [.. argument.Tokens.Select(t => ParseOrigin(t.Value, argument.AddError)).OfType<Uri>()],
    };

    private static readonly Option<int> Sessions = CheckedOption.Count("--sessions", "Live sessions at the same time.", 1, new LiveLimits().Sessions, most: 1000);

    public static Command Create()
    {
        var command = new Command("serve", "Serve a page with live captions, and the API behind it.")
        {
            Listen, Token, Insecure, AllowedOrigins, Sessions, SignOptions.Signs, CommonOptions.Device, CommonOptions.Models, CommonOptions.Model,
        };
        TextOptions.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var options = Options(result);
        if (options.Risk is { } risk)
        {
            // Not a validator, which would see no defaults: the token may come from the environment.
            UsageError.Write(result, risk);
            return ExitCode.Usage;
        }

        NativeHeap.LimitArenas();
        var models = new TranslatorOptions { Models = result.GetValue(CommonOptions.Model)!, Signs = SignOptions.FolderToRead(result), Text = TextOptions.Chosen(result) };
        var sessions = DeviceNote.Open(result.GetRequiredValue(CommonOptions.Device));
        var catalog = CommonOptions.Catalog(result);
        var ready = new TaskCompletionSource<Translator>(TaskCreationOptions.RunContinuationsAsynchronously);

        Translator? translator = null;
        try
        {
            // The address first: where it is taken, nobody waits for the models.
            await using var server = await WebServer.StartAsync(ready.Task, options);
            translator = await TranslatorLoader.LoadAsync(catalog, sessions, models, TimeProvider.System);
            ready.SetResult(translator);
            Console.Out.WriteLine($"SignBridge is at {server.Address} (end with Ctrl-C)");
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Ctrl-C is how a service ends.
        }
        finally
        {
            translator?.Dispose(); // behind the server, whose sessions use it
        }

        return ExitCode.Success;
    }

    private static ServeOptions Options(ParseResult result) => new()
    {
        Listen = result.GetRequiredValue(Listen),
        Token = result.GetValue(Token),
        Insecure = result.GetValue(Insecure),
        AllowedOrigins = result.GetValue(AllowedOrigins)!,
        Live = new LiveLimits { Sessions = result.GetValue(Sessions) },
    };

    private static IPEndPoint ParseAddress(string text)
    {
        var withNumbers = text.StartsWith("localhost:", StringComparison.OrdinalIgnoreCase) ? "127.0.0.1" + text["localhost".Length..] : text;
        // Without a port, the number of an IPv6 address may be taken for one.
        return IPEndPoint.TryParse(withNumbers, out var address) && withNumbers.EndsWith($":{address.Port}", StringComparison.Ordinal)
            ? address
            : throw new FormatException($"--listen takes an address and a port such as 127.0.0.1:8600 or [::1]:8600, not '{text}'.");
    }

    private static Uri? ParseOrigin(string text, Action<string> fail)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var origin) && origin.Scheme is "http" or "https" && origin.PathAndQuery == "/" && origin.UserInfo.Length == 0)
            return origin;
        fail($"--allow-origin takes an origin such as https://example.org, not '{text}'.");
        return null;
    }
}
