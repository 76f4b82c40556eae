namespace SignBridge.Translation;

/// <summary>The rule that a sign that was not recognised stays visible in the text.</summary>
internal static class UnknownSigns
{
    /// <summary>Whether a text shows as many unknown signs as were signed, not fewer (one was dropped) and not more (one was made up).</summary>
    public static bool AreKept(string text, string unknownText, int signed) => Count(text, unknownText) == signed;

    /// <summary>What is said where no text kept them and the plain glosses stand in its place.</summary>
    public static Notice Dropped(string translator) => new(
        "unknown-dropped", $"The sentence of '{translator}' did not keep every sign that was not recognised, so the glosses are shown as they are.");

    private static int Count(string text, string unknownText) => text.Split(unknownText).Length - 1;
}
