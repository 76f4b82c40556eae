namespace SignBridge.Recognition;

/// <summary>The signs that were taught to a recogniser: kept in a folder, and recognised from the moment they are there. Thread-safe.</summary>
/// <param name="folder">Where they are kept; what other programs change in it is seen at the next change by this one.</param>
/// <param name="recognizer">Recognises them; it stays the caller's.</param>
public sealed class EnrolledSignStore(EnrolledSignFolder folder, SignRecognizer recognizer)
{
    private readonly Lock _gate = new();

    /// <summary>All signs in the order of their names.</summary>
    /// <exception cref="SignBridgeException">A file cannot be read, is damaged or belongs to another recogniser (<see cref="FailureKind.Model"/>).</exception>
    public IReadOnlyList<EnrolledSign> All()
    {
        lock (_gate)
            return folder.ReadAll(recognizer);
    }

    /// <summary>A sign; null where none of that name was taught.</summary>
    /// <exception cref="SignBridgeException">No sign can have that name (<see cref="FailureKind.Input"/>), or its file is damaged (<see cref="FailureKind.Model"/>).</exception>
    public EnrolledSign? Find(string name)
    {
        lock (_gate)
            return folder.Find(name) is { } file ? EnrolledSignFile.Read(file, recognizer) : null;
    }

    /// <summary>The sign of the model's vocabulary that is called so, in whatever case; null where there is none.</summary>
    public string? InVocabulary(string name) => recognizer.Labels.FirstOrDefault(l => l.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Keeps a sign.</summary>
    /// <returns>Its file.</returns>
    /// <exception cref="SignBridgeException">The sign is there already, or cannot be written (<see cref="FailureKind.Output"/>).</exception>
    public string Save(EnrolledSign sign, bool overwrite)
    {
        lock (_gate)
        {
            var file = folder.Save(sign, overwrite);
            recognizer.Enrolled = folder.Read(recognizer);
            return file;
        }
    }

    /// <summary>Adds an example to a sign, which is new with its first one.</summary>
    /// <param name="name">See <see cref="SignName"/>.</param>
    /// <param name="clip">Of that sign alone, at the frame rate of the recogniser's card.</param>
    /// <returns>The sign with all its examples.</returns>
    /// <exception cref="SignBridgeException">As those of <see cref="EnrolledSign.Of"/>, or the sign cannot be written (<see cref="FailureKind.Output"/>).</exception>
    public EnrolledSign Add(string name, PoseSequence clip)
    {
        var sign = EnrolledSign.Of(name, [clip], recognizer);
        lock (_gate)
        {
            if (Find(name) is { } before)
                sign = sign with { Examples = [.. before.Examples, .. sign.Examples] };
            Save(sign, overwrite: true);
            return sign;
        }
    }

    /// <summary>Forgets a sign.</summary>
    /// <returns>False where none of that name was taught.</returns>
    /// <exception cref="SignBridgeException">No sign can have that name (<see cref="FailureKind.Input"/>), or it cannot be removed (<see cref="FailureKind.Output"/>).</exception>
    public bool Remove(string name)
    {
        lock (_gate)
        {
            if (folder.Find(name) is null)
                return false;
            folder.Remove(name);
            recognizer.Enrolled = folder.Read(recognizer);
            return true;
        }
    }

    /// <summary>What is to be said about an example that is not recognised as its sign, once all examples are there.</summary>
    /// <returns>Null where it is recognised.</returns>
    public Notice? Doubt(string name, PoseSequence clip)
    {
        var gloss = recognizer.RecognizeIsolated(clip).Glosses[0];
        if (gloss.IsUnknown)
            return new Notice("example-unlike", $"This example is unlike the others of '{name}' and would not be recognised: check that it shows the same sign.");
        return gloss.Name == name
            ? null
            : new Notice("example-confused", $"This example of '{name}' would be recognised as '{gloss.Name}', which looks alike: expect the two to be confused.");
    }
}
