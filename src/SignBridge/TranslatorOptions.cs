using SignBridge.Recognition;
using SignBridge.Translation;

namespace SignBridge;

/// <summary>What a <see cref="Translator"/> is made of.</summary>
public sealed record TranslatorOptions
{
    /// <summary>Whether videos will be read; without, the pose models are not loaded, as for <c>.pose</c> files.</summary>
    public bool ReadsVideo { get; init; } = true;

    /// <summary>Packages to use in place of the first one of their task.</summary>
    public IReadOnlyList<string> Models { get; init; } = [];

    /// <summary>What writes the text in place of the language model of the catalog: plain glosses or a remote model.</summary>
    public ITextTranslator? Text { get; init; }

    /// <summary>The signs that the user taught; null for none.</summary>
    public EnrolledSignFolder? Signs { get; init; }

    /// <summary>How many best readings of an isolated sign are reported.</summary>
    public int Best { get; init; } = 5;

    /// <summary>How many hypotheses the language model keeps; 1 is greedy.</summary>
    public int Beams { get; init; } = 1;

    /// <summary>A stretch between two glosses that is at least this long ends an utterance: each utterance is a sentence of its own. A gloss is
    /// a peak within its sign, so adjacent signs are up to two seconds apart.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How many glosses an utterance has at most; a longer one is cut where it pauses most. The shipped language model learnt sentences
    /// of up to ten words: of 80 glosses at once it wrote one sentence of four words.</summary>
    public int LongestUtterance { get; init; } = 8;
}
