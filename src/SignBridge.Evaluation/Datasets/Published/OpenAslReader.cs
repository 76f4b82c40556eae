using System.Globalization;

namespace SignBridge.Evaluation.Datasets;

/// <summary>Reads OpenASL (American Sign Language, English sentences).</summary>
/// <remarks>Layout: docs/datasets.md. A clip that the data set's own script cut and cropped is preferred, else the sentence is read out of
/// the whole video. The column <c>gloss</c> is kept as a column.</remarks>
public sealed class OpenAslReader : IDatasetReader
{
    private static readonly string[] TimeFormats = [@"hh\:mm\:ss\.FFF", @"hh\:mm\:ss"];

    /// <inheritdoc/>
    public string Name => "openasl";

    /// <inheritdoc/>
    public string Layout => "a folder with data/openasl-v1.0.tsv, and video-clip or raw-video";

    /// <inheritdoc/>
    public bool Recognises(string path) => File.Exists(Table(path));

    /// <inheritdoc/>
    public IEnumerable<DatasetEntry> Read(string path) => DatasetTable.Read(
        this,
        path,
        [new DatasetTable(Table(path), Split: null)],
        DelimitedFormat.Tsv,
        ["vid", "yid", "start", "end", "raw-text", "split"],
        (row, _) => new Sample(row.Require("vid"), Media(path, row))
        {
            Text = row.Require("raw-text"),
            Split = row["split"],
            Language = "en",
            Columns = row.Except("vid", "start", "end", "raw-text", "split"),
        });

    // The script that cuts the clips writes % for the colons of their names.
    private static SampleMedia Media(string path, TableRow row)
    {
        var clip = Path.Combine(path, "video-clip", row.Require("vid").Replace(':', '%') + ".mp4");
        return File.Exists(clip)
            ? new SampleMedia(clip)
            : new SampleMedia(Path.Combine(path, "raw-video", row.Require("yid") + ".mp4")) { Start = Time(row.Require("start")), End = Time(row.Require("end")) };
    }

    private static TimeSpan Time(string field) => TimeSpan.TryParseExact(field, TimeFormats, CultureInfo.InvariantCulture, out var time)
        ? time
        : throw new FormatException($"expected a time as 00:01:02.345, not '{field}'");

    private static string Table(string path) => Path.Combine(path, "data", "openasl-v1.0.tsv");
}
