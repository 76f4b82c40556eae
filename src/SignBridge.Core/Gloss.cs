namespace SignBridge;

/// <summary>One recognised sign of a hypothesis.</summary>
/// <param name="Name">The label of the sign as the model's label file writes it, the name of a sign that the user taught, or <see cref="Unknown"/>.</param>
/// <param name="Start">Media time at which it starts.</param>
/// <param name="End">Media time at which it ends.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Alternatives">Other readings, most confident first; the chosen one is not repeated among them in continuous mode.</param>
public sealed record Gloss(string Name, TimeSpan Start, TimeSpan End, double Confidence, IReadOnlyList<GlossAlternative> Alternatives)
{
    /// <summary>What stands for a sign that was seen but not recognised.</summary>
    public const string Unknown = "?";

    /// <summary>Whether the sign was seen but not recognised.</summary>
    public bool IsUnknown => Name == Unknown;
}
