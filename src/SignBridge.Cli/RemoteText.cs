using SignBridge.Translation;

namespace SignBridge.Cli;

/// <summary>The language model behind <c>--llm</c>.</summary>
internal static class RemoteText
{
    public const string KeyVariable = "SIGNBRIDGE_LLM_KEY";
    public const string DefaultModel = "default";

    public static ITextTranslator Create(Uri endpoint, string model) =>
        ChatClientTranslator.Connect(endpoint, model, Environment.GetEnvironmentVariable(KeyVariable));
}
