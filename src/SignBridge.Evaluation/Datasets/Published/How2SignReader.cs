using System.Globalization;

namespace SignBridge.Evaluation.Datasets;

/// <summary>Reads How2Sign (American Sign Language, English sentences) with its re-aligned translations.</summary>
/// <remarks>Layout: docs/datasets.md. The clips of the release were cut at the timestamps of the speech, not at the re-aligned ones, so a
/// sentence is read out of the whole video where that is there, and from its clip otherwise.</remarks>
public sealed class How2SignReader : IDatasetReader
{
    /// <inheritdoc/>
    public string Name => "how2sign";

    /// <inheritdoc/>
    public string Layout => "a folder with sentence_level/SPLIT/text/en/raw_text/re_aligned/how2sign_realigned_SPLIT.csv and video_level/SPLIT/rgb_front/raw_videos";

    /// <inheritdoc/>
    public bool Recognises(string path) => Tables(path).Any(t => File.Exists(t.Path));

    /// <inheritdoc/>
    public IEnumerable<DatasetEntry> Read(string path) => DatasetTable.Read(
        this,
        path,
        Tables(path),
        DelimitedFormat.Tsv,
        ["VIDEO_NAME", "SENTENCE_NAME", "START_REALIGNED", "END_REALIGNED", "SENTENCE"],
        (row, table) => new Sample(row.Require("SENTENCE_NAME"), Media(path, table.Split!, row))
        {
            Text = row.Require("SENTENCE"),
            Split = table.Split,
            Signer = SignerOf(row.Require("VIDEO_NAME")),
            Language = "en",
            Columns = row.Except("VIDEO_NAME", "SENTENCE_NAME", "START_REALIGNED", "END_REALIGNED", "SENTENCE"),
        });

    private static SampleMedia Media(string path, string split, TableRow row)
    {
        var video = Path.Combine(path, "video_level", split, "rgb_front", "raw_videos", row.Require("VIDEO_NAME") + ".mp4");
        var clip = Path.Combine(path, "sentence_level", split, "rgb_front", "raw_videos", row.Require("SENTENCE_NAME") + ".mp4");
        return !File.Exists(video) && File.Exists(clip)
            ? new SampleMedia(clip)
            : new SampleMedia(video) { Start = Seconds(row.Require("START_REALIGNED")), End = Seconds(row.Require("END_REALIGNED")) };
    }

    private static TimeSpan Seconds(string field) => double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and < 1e6
        ? TimeSpan.FromSeconds(seconds)
        : throw new FormatException($"expected seconds, not '{field}'");

    // VIDEO-5-rgb_front: signer 5; the id of the video may hold dashes itself.
    private static string? SignerOf(string video) => video.Split('-') is [.., var signer, "rgb_front"] ? signer : null;

    private static IEnumerable<DatasetTable> Tables(string path) =>
        from split in (string[])["train", "val", "test"]
        select new DatasetTable(Path.Combine(path, "sentence_level", split, "text", "en", "raw_text", "re_aligned", $"how2sign_realigned_{split}.csv"), split);
}
