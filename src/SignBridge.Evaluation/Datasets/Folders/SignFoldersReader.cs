namespace SignBridge.Evaluation.Datasets;

/// <summary>Reads a folder with a folder of clips for each sign.</summary>
public sealed class SignFoldersReader : IDatasetReader
{
    private static readonly HashSet<string> Tables = new(StringComparer.OrdinalIgnoreCase) { ".csv", ".eaf", ".json", ".jsonl", ".tsv" };

    /// <inheritdoc/>
    public string Name => "sign-folders";

    /// <inheritdoc/>
    public string Layout => "a folder with a folder of clips for each sign";

    /// <summary>Where all folders hold clips and no table beside them says what these are.</summary>
    public bool Recognises(string path) => Directory.Exists(path)
        && !Directory.EnumerateFiles(path, "*", new EnumerationOptions()).Any(f => ClipFiles.IsClip(f) || Tables.Contains(Path.GetExtension(f)))
        && Directory.GetDirectories(path, "*", new EnumerationOptions()) is { Length: > 0 } folders && Array.TrueForAll(folders, f => ClipFiles.LookIn(f).Count > 0);

    /// <inheritdoc/>
    public IEnumerable<DatasetEntry> Read(string path)
    {
        if (!Directory.Exists(path))
            throw DatasetTable.OtherLayout(this, path);
        return
            from folder in ClipFiles.FoldersIn(path)
            from file in ClipFiles.In(folder)
            select DatasetEntry.Of(new Sample(Path.GetRelativePath(path, file), new SampleMedia(file)) { Glosses = [Path.GetFileName(folder)] });
    }
}
