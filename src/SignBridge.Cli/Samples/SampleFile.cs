namespace SignBridge.Cli;

/// <summary>A file of a public data set.</summary>
/// <param name="Path">Where it is written, relative to the data set's folder.</param>
/// <param name="Source">Where it lies, relative to the data set's address.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="GitBlob">Its git blob id: lower-case hexadecimal SHA-1 over <c>blob SIZE\0</c> and the content.</param>
/// <param name="Gloss">The sign it shows, if it is a clip.</param>
internal sealed record SampleFile(string Path, string Source, long Bytes, string GitBlob, string? Gloss = null);
