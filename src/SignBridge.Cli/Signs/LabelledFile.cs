namespace SignBridge.Cli;

/// <summary>A clip of a data set of single signs.</summary>
/// <param name="Sign">What it shows.</param>
/// <param name="Path">The file.</param>
/// <param name="Signer">Who signs; the file itself where that is not known.</param>
internal sealed record LabelledFile(string Sign, string Path, string Signer);
