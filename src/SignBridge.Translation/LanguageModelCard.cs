using SignBridge.Onnx;

namespace SignBridge.Translation;

/// <summary>What the <c>card.json</c> of a translation package says beyond <see cref="ModelCard"/>.</summary>
internal sealed record LanguageModelCard
{
    /// <summary>Where the glosses go in <see cref="Prompt"/>.</summary>
    public const string Placeholder = "{glosses}";

    /// <summary>The text that the model continues, with <see cref="Placeholder"/> once.</summary>
    public required string Prompt { get; init; }

    /// <summary>The special token that ends an answer.</summary>
    public required string End { get; init; }

    /// <summary>The id of <see cref="End"/>.</summary>
    public required int EndId { get; init; }

    /// <summary>The numbers of the graph.</summary>
    public required LanguageModelArchitecture Architecture { get; init; }

    /// <summary>How the glosses are written.</summary>
    public required GlossConventions Conventions { get; init; }

    /// <summary>Reads and checks the card.</summary>
    /// <exception cref="SignBridgeException">The card contradicts itself (<see cref="FailureKind.Model"/>).</exception>
    public static LanguageModelCard Read(ModelPackage package)
    {
        var card = package.ReadCard<LanguageModelCard>();
        var (size, rules) = (card.Architecture, card.Conventions);
        if (card.Prompt.Split(Placeholder).Length != 2)
            throw Failure(package, $"its prompt must contain {Placeholder} exactly once");
        if (rules.Case is not ("lower" or "upper"))
            throw Failure(package, $"its conventions.case is '{rules.Case}', expected lower or upper");
        if (((string[])[rules.Separator, rules.Alternatives, rules.Unknown, rules.UnknownText]).Any(string.IsNullOrEmpty))
            throw Failure(package, "its conventions must name a separator, alternatives, unknown and unknownText");
        if (((int[])[size.Layers, size.KvHeads, size.HeadSize, size.Vocabulary, rules.MaxNewTokens]).Any(n => n < 1) || size.Context <= rules.MaxNewTokens)
            throw Failure(package, "the numbers of its architecture must be positive and its context longer than conventions.maxNewTokens");
        return card;
    }

    private static SignBridgeException Failure(ModelPackage package, string what) =>
        new(FailureKind.Model, $"The card '{Path.Combine(package.Directory, "card.json")}' cannot be used: {what}; correct the card.");
}
