namespace SignBridge.Evaluation.Metrics.Glosses;

/// <summary>What an error costs when a hypothesis is aligned with its reference. The costs decide which errors are counted, not how they weigh.</summary>
/// <param name="Name">As <c>--costs</c> has it.</param>
/// <param name="Substitution">Of a word in place of another.</param>
/// <param name="Deletion">Of a word that is missing in the hypothesis.</param>
/// <param name="Insertion">Of a word too many.</param>
public sealed record WordErrorCosts(string Name, int Substitution, int Deletion, int Insertion)
{
    /// <summary>4, 3, 3: NIST's sclite, and with it the PHOENIX papers.</summary>
    public static WordErrorCosts Sclite { get; } = new("sclite", 4, 3, 3);

    /// <summary>1, 1, 1: the fewest errors, as jiwer counts them.</summary>
    public static WordErrorCosts Levenshtein { get; } = new("levenshtein", 1, 1, 1);

    /// <summary>Both.</summary>
    public static IReadOnlyList<WordErrorCosts> All { get; } = [Sclite, Levenshtein];
}
