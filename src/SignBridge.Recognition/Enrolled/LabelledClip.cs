namespace SignBridge.Recognition;

/// <summary>A clip of which it is known what it shows.</summary>
/// <param name="Sign">The sign.</param>
/// <param name="Signer">Who signs; a name of the clip's own where that is not known.</param>
/// <param name="Output">What the recogniser says about it.</param>
public sealed record LabelledClip(string Sign, string Signer, RecognizerOutput Output);
