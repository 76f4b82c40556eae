using Parquet;
using Parquet.Schema;

namespace SignBridge.Evaluation.Tests.Datasets;

/// <summary>Writes Parquet files as those of Kaggle's competitions are, with landmarks of a test's own.</summary>
internal static class KaggleFile
{
    /// <summary>A row for each landmark: 468 of the face, 21 of the left hand, 33 of the body, 21 of the right hand, for each frame.</summary>
    /// <param name="path">The file.</param>
    /// <param name="frames">The numbers of the frames.</param>
    /// <param name="point">x, y and z of a landmark; null for absent.</param>
    public static async Task WriteLongAsync(string path, int[] frames, Func<int, string, int, (double X, double Y, double Z)?> point)
    {
        var rows = (
            from frame in frames
            from type in new (string Name, int Count)[] { ("face", 468), ("left_hand", 21), ("pose", 33), ("right_hand", 21) }
            from i in Enumerable.Range(0, type.Count)
            select (Frame: (short)frame, Type: type.Name, Index: (short)i, Point: point(frame, type.Name, i))).ToList();
        DataField[] fields =
        [
            new DataField<short>("frame"), new DataField<string>("row_id"), new DataField<string>("type"), new DataField<short>("landmark_index"),
            new DataField<double?>("x"), new DataField<double?>("y"), new DataField<double?>("z"),
        ];
        await using var stream = File.Create(path);
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), stream);
        using var group = writer.CreateRowGroup();
        await group.WriteAsync<short>(fields[0], rows.Select(r => r.Frame).ToArray());
        await group.WriteAsync(fields[1], rows.Select(r => $"{r.Frame}-{r.Type}-{r.Index}").ToArray());
        await group.WriteAsync(fields[2], rows.Select(r => r.Type).ToArray());
        await group.WriteAsync<short>(fields[3], rows.Select(r => r.Index).ToArray());
        await group.WriteAsync<double>(fields[4], rows.Select(r => r.Point?.X).ToArray());
        await group.WriteAsync<double>(fields[5], rows.Select(r => r.Point?.Y).ToArray());
        await group.WriteAsync<double>(fields[6], rows.Select(r => r.Point?.Z).ToArray());
    }

    /// <summary>A row for each frame of each sequence, a row group for each element of <paramref name="groups"/>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="groups">Sequences and frames, in the order of rows.</param>
    /// <param name="point">A coordinate (x, y or z) of a landmark.</param>
    public static async Task WriteWideAsync(string path, (long Sequence, int Frame)[][] groups, Func<long, int, char, string, int, float> point)
    {
        var columns = (
            from axis in "xyz"
            from type in new (string Name, int Count)[] { ("face", 2), ("left_hand", 21), ("pose", 33), ("right_hand", 21) }
            from i in Enumerable.Range(0, type.Count)
            select (Axis: axis, Type: type.Name, Index: i, Field: new DataField<float?>($"{axis}_{type.Name}_{i}"))).ToList();
        var frame = new DataField<short>("frame");
        var sequence = new DataField<long>("sequence_id");
        await using var stream = File.Create(path);
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema([frame, .. columns.Select(c => c.Field), sequence]), stream);
        foreach (var rows in groups)
        {
            using var group = writer.CreateRowGroup();
            await group.WriteAsync<short>(frame, rows.Select(r => (short)r.Frame).ToArray());
            foreach (var column in columns)
                await group.WriteAsync<float>(column.Field, rows.Select(r => point(r.Sequence, r.Frame, column.Axis, column.Type, column.Index) is var v && float.IsNaN(v) ? (float?)null : v).ToArray());
            await group.WriteAsync<long>(sequence, rows.Select(r => r.Sequence).ToArray());
        }
    }
}
