namespace SignBridge.Onnx;

/// <summary>A file of a model package, as its card lists it.</summary>
/// <param name="Path">Relative to the package's folder.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
/// <param name="Bytes">Its size.</param>
public sealed record ModelFile(string Path, string Sha256, long Bytes);
