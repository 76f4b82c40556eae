using System.Text.Json;

namespace SignBridge.Evaluation.Datasets;

/// <summary>Reads WLASL (American Sign Language, single signs).</summary>
/// <remarks>Layout: docs/datasets.md. The videos are those that the data set's own script cut, so <c>frame_start</c> and <c>frame_end</c>
/// are not applied again; they stay among the columns.</remarks>
public sealed class WlaslReader : IDatasetReader
{
    private static readonly string[] Tables = ["WLASL_v0.3.json", "WLASL_v0.2.json", "WLASL_v0.1.json"];

    /// <inheritdoc/>
    public string Name => "wlasl";

    /// <inheritdoc/>
    public string Layout => "a folder with WLASL_v0.3.json and videos";

    /// <inheritdoc/>
    public bool Recognises(string path) => Table(path) is not null;

    /// <inheritdoc/>
    public IEnumerable<DatasetEntry> Read(string path)
    {
        var table = Table(path) ?? throw DatasetTable.OtherLayout(this, path);
        using var document = JsonDataset.OpenArray(table);
        var checks = new RowChecks();
        foreach (var (sign, i) in document.RootElement.EnumerateArray().Select((s, i) => (s, i)))
        {
            var place = FormattableString.Invariant($"{table}:[{i}]");
            if (sign.ValueKind != JsonValueKind.Object || !sign.TryGetProperty("gloss", out var gloss) || !sign.TryGetProperty("instances", out var instances) || instances.ValueKind != JsonValueKind.Array)
            {
                yield return DatasetEntry.Of(DatasetProblem.BrokenRow(place, "expected a gloss and its instances"));
                continue;
            }

            foreach (var (instance, j) in instances.EnumerateArray().Select((s, i) => (s, i)))
                yield return JsonDataset.ToEntry(checks, FormattableString.Invariant($"{place}.instances[{j}]"), () => ToSample(path, gloss, instance));
        }
    }

    private static Sample ToSample(string path, JsonElement gloss, JsonElement instance)
    {
        var id = instance.GetProperty("video_id").GetString()!;
        return new Sample(id, new SampleMedia(Path.Combine(path, "videos", id + ".mp4")))
        {
            Glosses = [gloss.GetString()!],
            Split = instance.GetProperty("split").GetString(),
            Signer = instance.GetProperty("signer_id").ToString(),
            Columns = JsonDataset.Except(instance, "video_id", "split", "signer_id"),
        };
    }

    private static string? Table(string path) => Tables.Select(t => Path.Combine(path, t)).FirstOrDefault(File.Exists);
}
