using Parquet;

namespace SignBridge.Evaluation.Datasets;

/// <summary>Reads a Parquet file with a row for each landmark of a frame: <c>frame</c>, <c>row_id</c>, <c>type</c> (face, left_hand, pose,
/// right_hand), <c>landmark_index</c>, <c>x</c>, <c>y</c>, <c>z</c>.</summary>
/// <remarks>Source: public solutions of kaggle.com/competitions/asl-signs. Frame numbers begin anywhere; a gap between them is a gap in time.</remarks>
internal static class LongLandmarks
{
    private static readonly string[] Columns = ["frame", "type", "landmark_index", "x", "y", "z"];

    /// <exception cref="SignBridgeException">The file has other columns or no rows (<see cref="FailureKind.Input"/>).</exception>
    public static async Task<IReadOnlyList<PoseFrame>> ReadAsync(string path, ParquetReader reader)
    {
        var fields = ParquetColumn.Fields(reader);
        if (!Array.TrueForAll(Columns, fields.ContainsKey))
            throw ParquetPoses.OtherColumns(path, string.Join(", ", Columns));
        var frames = new SortedDictionary<long, Landmark[]>();
        foreach (var rows in reader.RowGroups)
        {
            var numbers = await ParquetColumn.IntegersAsync(rows, fields["frame"]);
            var types = await ParquetColumn.TextsAsync(rows, fields["type"]);
            var indices = await ParquetColumn.IntegersAsync(rows, fields["landmark_index"]);
            var x = await ParquetColumn.FloatsAsync(rows, fields["x"]);
            var y = await ParquetColumn.FloatsAsync(rows, fields["y"]);
            var z = await ParquetColumn.FloatsAsync(rows, fields["z"]);
            for (var i = 0; i < numbers.Length; i++)
            {
                if (!frames.TryGetValue(numbers[i], out var landmarks))
                    frames[numbers[i]] = landmarks = Absent();
                if (PartOf(types[i]) is { } part && indices[i] >= 0 && indices[i] < part.Count)
                    landmarks[part.Offset + indices[i]] = ParquetPoses.At(x[i], y[i], z[i]);
            }
        }

        if (frames.Count == 0)
            throw new SignBridgeException(FailureKind.Input, $"'{path}' has no frames; fetch it again or remove its row.");
        var first = frames.Keys.First();
        return [.. frames.Select(f => new PoseFrame(TimeSpan.FromSeconds((f.Key - first) / ParquetPoses.FramesPerSecond), SkeletonLayout.HolisticWithoutFace, f.Value))];
    }

    private static Landmark[] Absent()
    {
        var landmarks = new Landmark[SkeletonLayout.HolisticWithoutFace.Count];
        Array.Fill(landmarks, Landmark.Absent);
        return landmarks;
    }

    private static SkeletonPart? PartOf(string? type)
    {
        var name = type switch { "pose" => "body", "left_hand" => "left", "right_hand" => "right", _ => null };
        return name is not null && SkeletonLayout.HolisticWithoutFace.TryGetPart(name, out var part) ? part : null;
    }
}
