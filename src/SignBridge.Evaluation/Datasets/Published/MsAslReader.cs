using System.Text.Json;

namespace SignBridge.Evaluation.Datasets;

/// <summary>Reads MS-ASL (American Sign Language, single signs) beside the videos that were downloaded for it.</summary>
/// <remarks>Layout: docs/datasets.md. The data set has no ids: a sample is named by its part and its place in it. Several samples may lie in
/// one video.</remarks>
public sealed class MsAslReader : IDatasetReader
{
    /// <inheritdoc/>
    public string Name => "ms-asl";

    /// <inheritdoc/>
    public string Layout => "a folder with MSASL_train.json, MSASL_val.json or MSASL_test.json, MSASL_classes.json, and videos/YOUTUBE-ID.mp4";

    /// <inheritdoc/>
    public bool Recognises(string path) => Tables(path).Any(t => File.Exists(t.Path));

    /// <inheritdoc/>
    public IEnumerable<DatasetEntry> Read(string path)
    {
        var tables = Tables(path).Where(t => File.Exists(t.Path)).ToList();
        if (tables.Count == 0)
            throw DatasetTable.OtherLayout(this, path);
        using var classes = JsonDataset.OpenArray(Path.Combine(path, "MSASL_classes.json"));
        string[] signs = [.. classes.RootElement.EnumerateArray().Select(c => c.ToString())];
        var checks = new RowChecks();
        foreach (var table in tables)
        {
            using var document = JsonDataset.OpenArray(table.Path);
            foreach (var (instance, i) in document.RootElement.EnumerateArray().Select((s, i) => (s, i)))
            {
                yield return JsonDataset.ToEntry(
                    checks,
                    FormattableString.Invariant($"{table.Path}:[{i}]"),
                    () => ToSample(path, instance, FormattableString.Invariant($"{table.Split}-{i}"), table.Split!, signs));
            }
        }
    }

    private static Sample ToSample(string path, JsonElement instance, string id, string split, string[] signs)
    {
        var label = instance.GetProperty("label").GetInt32();
        return new Sample(id, new SampleMedia(Path.Combine(path, "videos", VideoOf(instance.GetProperty("url").GetString()!) + ".mp4"))
        {
            Start = TimeSpan.FromSeconds(instance.GetProperty("start_time").GetDouble()),
            End = TimeSpan.FromSeconds(instance.GetProperty("end_time").GetDouble()),
        })
        {
            Glosses = [label >= 0 && label < signs.Length ? signs[label] : throw new FormatException($"there is no class {label} in MSASL_classes.json")],
            Split = split,
            Signer = instance.GetProperty("signer_id").ToString(),
            Columns = JsonDataset.Except(instance, "label", "signer_id", "start_time", "end_time"),
        };
    }

    // https://www.youtube.com/watch?v=ID, with or without its scheme, or https://youtu.be/ID.
    private static string VideoOf(string url)
    {
        var at = url.IndexOf("v=", StringComparison.Ordinal);
        var id = at < 0 ? url[(url.LastIndexOf('/') + 1)..] : url[(at + 2)..];
        var end = id.AsSpan().IndexOfAny('&', '?', '#');
        return end < 0 ? id : id[..end];
    }

    private static IEnumerable<DatasetTable> Tables(string path) =>
        from split in (string[])["train", "val", "test"]
        select new DatasetTable(Path.Combine(path, $"MSASL_{split}.json"), split);
}
