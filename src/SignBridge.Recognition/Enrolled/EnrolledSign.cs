namespace SignBridge.Recognition;

/// <summary>A sign that a user taught by examples.</summary>
/// <param name="Name">What its gloss is called, see <see cref="SignName"/>.</param>
/// <param name="Recognizer">Whose embeddings the examples are.</param>
/// <param name="Examples">The embedding of each example, all of one size.</param>
public sealed record EnrolledSign(string Name, RecognizerIdentity Recognizer, IReadOnlyList<float[]> Examples)
{
    /// <summary>Makes a taught sign of clips.</summary>
    /// <param name="name">See <see cref="SignName"/>.</param>
    /// <param name="clips">At least one, each of that sign alone, at the frame rate of the recogniser's card.</param>
    /// <param name="recognizer">Which will recognise it.</param>
    /// <exception cref="SignBridgeException">No sign can have that name, a clip is empty, shows no hands or lacks landmarks (<see cref="FailureKind.Input"/>), or signs
    /// cannot be taught to that recogniser (<see cref="FailureKind.Model"/>).</exception>
    public static EnrolledSign Of(string name, IReadOnlyList<PoseSequence> clips, SignRecognizer recognizer)
    {
        ArgumentNullException.ThrowIfNull(clips);
        ArgumentNullException.ThrowIfNull(recognizer);
        ArgumentOutOfRangeException.ThrowIfZero(clips.Count);
        SignName.Require(name);
        RequireTeachable(recognizer);
        return new EnrolledSign(name, recognizer.Identity, [.. clips.Select(clip => Embed(clip, name, recognizer))]);
    }

    /// <exception cref="SignBridgeException">Signs cannot be taught to that recogniser (<see cref="FailureKind.Model"/>).</exception>
    public static void RequireTeachable(SignRecognizer recognizer)
    {
        ArgumentNullException.ThrowIfNull(recognizer);
        if (recognizer.Card.Output.Embedding is null || recognizer.Card.Output.EnrolledThreshold is null)
            throw new SignBridgeException(FailureKind.Model, $"No sign can be taught to the recogniser '{recognizer.Card.Name}': its card.json names no embedding or no enrolledThreshold; use another model.");
    }

    /// <summary>Refuses a sign that was taught to another recogniser.</summary>
    /// <param name="identity">Which is to recognise it.</param>
    /// <param name="file">Where the sign was read.</param>
    /// <exception cref="SignBridgeException">Its embeddings are not of that recogniser (<see cref="FailureKind.Model"/>).</exception>
    public void RequireTaughtTo(RecognizerIdentity identity, string file)
    {
        ArgumentNullException.ThrowIfNull(identity);
        if (Recognizer != identity)
        {
            throw new SignBridgeException(
                FailureKind.Model, $"The sign '{Name}' in '{file}' was taught to the recogniser '{Recognizer.Name}' with other weights than '{identity.Name}' has; teach it again, remove it or name another folder with --signs.");
        }
    }

    private static float[] Embed(PoseSequence clip, string name, SignRecognizer recognizer)
    {
        var embedding = recognizer.Run(clip).Embedding.ToArray();
        return new HandVisibility(clip).AnyHands
            ? embedding
            : throw new SignBridgeException(FailureKind.Input, $"No hands were seen in an example of '{name}', expected one sign: film it again with hands in view.");
    }
}
