namespace SignBridge.Evaluation.Datasets;

/// <summary>Reads a folder of clips of single signs, each named after its sign: <c>cat.mp4</c>, as the reference clips of PopSign are.</summary>
public sealed class NamedClipsReader : IDatasetReader
{
    /// <inheritdoc/>
    public string Name => "named-clips";

    /// <inheritdoc/>
    public string Layout => "a folder of clips, each named after its sign";

    /// <summary>Never: a folder of clips does not show that their names are signs. It must be named.</summary>
    public bool Recognises(string path) => false;

    /// <inheritdoc/>
    public IEnumerable<DatasetEntry> Read(string path)
    {
        if (!Directory.Exists(path))
            throw DatasetTable.OtherLayout(this, path);
        return ClipFiles.In(path).Select(file => DatasetEntry.Of(new Sample(Path.GetFileName(file), new SampleMedia(file)) { Glosses = [Path.GetFileNameWithoutExtension(file)] }));
    }
}
