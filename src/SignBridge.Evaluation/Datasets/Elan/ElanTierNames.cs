namespace SignBridge.Evaluation.Datasets;

/// <summary>Which tiers of an ELAN document hold the glosses and which the sentences.</summary>
/// <remarks>Written <c>GLOSSES,SENTENCES</c>; each is the name of a tier or of a linguistic type. Where nothing is said, tiers are found by
/// words that corpora use: RH-IDgloss and Free Translation in BSL and Auslan, Lexem_Gebärde_r_A and Deutsche_Übersetzung_A in the DGS corpus.</remarks>
internal sealed record ElanTierNames(string? Glosses, string? Sentences)
{
    private static readonly string[] GlossWords = ["gloss", "lexem"];
    private static readonly string[] SentenceWords = ["transl", "übersetzung", "sentence", "utterance"];

    /// <summary>Reads the written form; an empty text leaves both to be found.</summary>
    public static ElanTierNames Parse(string text)
    {
        var names = text.Split(',', 2, StringSplitOptions.TrimEntries);
        return new ElanTierNames(NullIfEmpty(names[0]), names.Length < 2 ? null : NullIfEmpty(names[1]));
    }

    /// <summary>Whether a tier holds glosses.</summary>
    public bool IsGlosses(ElanTier tier) => Glosses is null ? Sentences is null && HasWord(tier, GlossWords) && !HasWord(tier, SentenceWords) : IsNamed(tier, Glosses);

    /// <summary>Whether a tier holds sentences.</summary>
    public bool IsSentences(ElanTier tier) => Sentences is null ? Glosses is null && HasWord(tier, SentenceWords) : IsNamed(tier, Sentences);

    private static bool IsNamed(ElanTier tier, string name) => tier.Id == name || tier.Type == name;

    private static bool HasWord(ElanTier tier, string[] words) => Array.Exists(words, w => tier.Id.Contains(w, StringComparison.OrdinalIgnoreCase));

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
