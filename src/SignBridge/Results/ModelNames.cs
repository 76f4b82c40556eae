namespace SignBridge;

/// <summary>Which models made a result.</summary>
/// <param name="Pose">The pose package, or the extractor that a <c>.pose</c> file names; null when unknown.</param>
/// <param name="Recognition">The recognition package.</param>
/// <param name="Translation">The translation package, <c>plain</c>, or the name of the remote model.</param>
public sealed record ModelNames(string? Pose, string Recognition, string Translation);
