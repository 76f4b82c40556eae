using System.CommandLine;
using SignBridge.Translation;

namespace SignBridge.Cli;

/// <summary>What writes the sentence, for every command that writes some.</summary>
internal static class TextOptions
{
    private static readonly Option<string> Text = new Option<string>("--text") { Description = "lm: the language model writes the sentence; plain: the glosses in sentence case.", DefaultValueFactory = _ => "lm" }
        .AcceptOnlyFromAmong("lm", "plain");

    private static readonly Option<Uri?> Endpoint = CheckedOption.Create<Uri?>(
        "--llm", "URL", $"An OpenAI-compatible endpoint writes the sentence, for example http://localhost:11434/v1; its key comes from {RemoteText.KeyVariable}.", null, ParseEndpoint);

    private static readonly Option<string> EndpointModel = new("--llm-model") { Description = "The model to ask for at --llm.", HelpName = "NAME", DefaultValueFactory = _ => RemoteText.DefaultModel };

    public static void AddTo(Command command)
    {
        command.Add(Text);
        command.Add(Endpoint);
        command.Add(EndpointModel);
        command.Validators.Add(result =>
        {
            if (result.GetResult(Endpoint) is { Implicit: false } && result.GetValue(Text) == "plain")
                result.AddError("--llm and --text plain exclude each other: name one of them.");
        });
    }

    /// <summary>What the user chose in place of the language model of the catalog; null for that.</summary>
    public static ITextTranslator? Chosen(ParseResult result)
    {
        if (result.GetValue(Endpoint) is { } endpoint)
            return RemoteText.Create(endpoint, result.GetValue(EndpointModel)!);
        return result.GetValue(Text) == "plain" ? new PlainTranslator() : null;
    }

    private static Uri? ParseEndpoint(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new FormatException($"--llm takes an address such as http://localhost:11434/v1, not '{text}'.");
}
