namespace SignBridge.Evaluation.Datasets;

/// <summary>Reads a folder of <c>.pose</c> files: the name is the id, and the sentence is that of a <c>.txt</c> file beside it, if there is one.</summary>
public sealed class PoseFolderReader : IDatasetReader
{
    /// <inheritdoc/>
    public string Name => "pose-folder";

    /// <inheritdoc/>
    public string Layout => "a folder of .pose files, with the sentence of NAME.pose in NAME.txt where it is known";

    /// <inheritdoc/>
    public bool Recognises(string path) => !new ManifestReader().Recognises(path) && !new ElanReader().Recognises(path) && !new Lsa64Reader().Recognises(path)
        && ClipFiles.LookIn(path) is { Count: > 0 } files && files.All(IsPose);

    /// <inheritdoc/>
    public IEnumerable<DatasetEntry> Read(string path)
    {
        if (!Directory.Exists(path))
            throw DatasetTable.OtherLayout(this, path);
        return ClipFiles.In(path).Where(IsPose).Select(file => DatasetEntry.Of(
            new Sample(Path.GetFileNameWithoutExtension(file), new SampleMedia(file)) { Text = ReadText(Path.ChangeExtension(file, ".txt")) }));
    }

    private static bool IsPose(string file) => Path.GetExtension(file).Equals(".pose", StringComparison.OrdinalIgnoreCase);

    private static string? ReadText(string file)
    {
        if (!File.Exists(file))
            return null;
        using var text = StrictText.Open(file);
        return StrictText.Step(file, text.ReadToEnd).Trim() is { Length: > 0 } sentence ? sentence : null;
    }
}
