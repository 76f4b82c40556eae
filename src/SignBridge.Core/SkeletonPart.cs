namespace SignBridge;

/// <summary>A run of landmarks in a <see cref="SkeletonLayout"/>, for example the 21 of the left hand.</summary>
/// <param name="Name">Lower-case letters: body, face, left, right.</param>
/// <param name="Offset">Index of the first landmark in the layout.</param>
/// <param name="Count">How many landmarks the part has.</param>
public readonly record struct SkeletonPart(string Name, int Offset, int Count);
