using System.Globalization;
using Parquet;
using Parquet.Schema;

namespace SignBridge.Evaluation.Datasets;

/// <summary>The landmarks of a Parquet file with a row for each frame of many sequences: <c>sequence_id</c>, <c>frame</c>, and for each
/// landmark <c>x_pose_0</c>, <c>y_pose_0</c>, <c>z_pose_0</c>, likewise <c>left_hand</c>, <c>right_hand</c> and <c>face</c>.</summary>
/// <remarks>Source: public solutions of kaggle.com/competitions/asl-fingerspelling.</remarks>
internal sealed class WideLandmarks
{
    private static readonly SkeletonLayout Layout = SkeletonLayout.HolisticWithoutFace;

    private readonly Dictionary<string, List<(long Frame, int Row)>> _sequences = new(StringComparer.Ordinal);
    private readonly List<float[]> _groups = [];
    private readonly List<int> _starts = [];

    private WideLandmarks(string path) => Path = path;

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Reads body and hands of all sequences.</summary>
    /// <exception cref="SignBridgeException">The file has other columns (<see cref="FailureKind.Input"/>).</exception>
    public static async Task<WideLandmarks> ReadAsync(string path, ParquetReader reader)
    {
        var fields = ParquetColumn.Fields(reader);
        string[] columns = [.. Names().SelectMany(n => (string[])[$"x_{n}", $"y_{n}", $"z_{n}"])];
        if (!fields.ContainsKey("sequence_id") || !fields.ContainsKey("frame") || !Array.TrueForAll(columns, fields.ContainsKey))
            throw ParquetPoses.OtherColumns(path, $"sequence_id, frame, {columns[0]} to {columns[^1]}");
        var landmarks = new WideLandmarks(path);
        foreach (var rows in reader.RowGroups)
            await landmarks.AddAsync(rows, fields, columns);
        return landmarks;
    }

    /// <summary>The poses of a sequence.</summary>
    /// <exception cref="SignBridgeException">The file does not have it (<see cref="FailureKind.Input"/>).</exception>
    public IReadOnlyList<PoseFrame> Frames(string sequence)
    {
        if (!_sequences.TryGetValue(sequence, out var rows))
            throw new SignBridgeException(FailureKind.Input, $"'{Path}' has no sequence {sequence}; fetch it again or correct the row.");
        var ordered = rows.OrderBy(r => r.Frame).ToList();
        return [.. ordered.Select(r => new PoseFrame(TimeSpan.FromSeconds((r.Frame - ordered[0].Frame) / ParquetPoses.FramesPerSecond), Layout, Landmarks(r.Row)))];
    }

    private static IEnumerable<string> Names() =>
        from part in Layout.Parts
        let type = part.Name == "body" ? "pose" : part.Name + "_hand"
        from i in Enumerable.Range(0, part.Count)
        select string.Create(CultureInfo.InvariantCulture, $"{type}_{i}");

    private async Task AddAsync(ParquetRowGroupReader rows, IReadOnlyDictionary<string, DataField> fields, string[] columns)
    {
        var first = _starts.Count == 0 ? 0 : _starts[^1] + _groups[^1].Length / columns.Length;
        var sequences = await ParquetColumn.IntegersAsync(rows, fields["sequence_id"]);
        var frames = await ParquetColumn.IntegersAsync(rows, fields["frame"]);
        var values = new float[sequences.Length * columns.Length];
        for (var c = 0; c < columns.Length; c++)
        {
            var column = await ParquetColumn.FloatsAsync(rows, fields[columns[c]]);
            for (var r = 0; r < column.Length; r++)
                values[r * columns.Length + c] = column[r];
        }

        for (var r = 0; r < sequences.Length; r++)
        {
            var sequence = sequences[r].ToString(CultureInfo.InvariantCulture);
            if (!_sequences.TryGetValue(sequence, out var places))
                _sequences[sequence] = places = [];
            places.Add((frames[r], first + r));
        }

        _starts.Add(first);
        _groups.Add(values);
    }

    private Landmark[] Landmarks(int row)
    {
        var group = _starts.FindLastIndex(s => s <= row);
        var values = _groups[group].AsSpan((row - _starts[group]) * Layout.Count * 3, Layout.Count * 3);
        var landmarks = new Landmark[Layout.Count];
        for (var i = 0; i < landmarks.Length; i++)
            landmarks[i] = ParquetPoses.At(values[3 * i], values[3 * i + 1], values[3 * i + 2]);
        return landmarks;
    }
}
