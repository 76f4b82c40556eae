using System.Text.RegularExpressions;

namespace SignBridge.Evaluation.Datasets;

/// <summary>Reads LSA64 (Argentinian Sign Language, single signs) and other folders of clips named <c>SIGN_SIGNER_REPETITION</c> in digits.</summary>
/// <remarks>Layout: docs/datasets.md. The release names signs by number; their words are only on its page.</remarks>
public sealed partial class Lsa64Reader : IDatasetReader
{
    /// <inheritdoc/>
    public string Name => "lsa64";

    /// <inheritdoc/>
    public string Layout => "a folder of clips named SIGN_SIGNER_REPETITION in digits, like 001_002_003.mp4";

    /// <inheritdoc/>
    public bool Recognises(string path) =>
        ClipFiles.LookIn(path) is { Count: > 0 } files && files.All(f => Digits().IsMatch(Path.GetFileNameWithoutExtension(f)));

    /// <inheritdoc/>
    public IEnumerable<DatasetEntry> Read(string path)
    {
        if (!Directory.Exists(path))
            throw DatasetTable.OtherLayout(this, path);
        return ClipFiles.In(path).Select(ToEntry);
    }

    private static DatasetEntry ToEntry(string file)
    {
        var name = Digits().Match(Path.GetFileNameWithoutExtension(file));
        return name.Success
            ? DatasetEntry.Of(new Sample(Path.GetFileNameWithoutExtension(file), new SampleMedia(file))
            {
                Glosses = [name.Groups["sign"].Value],
                Signer = name.Groups["signer"].Value,
                Columns = new Dictionary<string, string> { ["repetition"] = name.Groups["repetition"].Value },
            })
            : DatasetEntry.Of(DatasetProblem.BrokenRow(file, "its name is not SIGN_SIGNER_REPETITION in digits"));
    }

    [GeneratedRegex("^(?<sign>[0-9]+)_(?<signer>[0-9]+)_(?<repetition>[0-9]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
