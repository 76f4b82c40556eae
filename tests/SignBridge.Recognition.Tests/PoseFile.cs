using System.Text;

namespace SignBridge.Recognition.Tests;

/// <summary>Reads the sample <c>.pose</c> files (pose-format v0.2, one person), so that these tests need no pose project.</summary>
internal static class PoseFile
{
    /// <summary>Reads every <paramref name="every"/>th frame from <paramref name="first"/> on.</summary>
    public static PoseSequence Read(string path, int first = 0, int every = 1)
    {
        using var reader = new BinaryReader(File.OpenRead(path));
        reader.ReadSingle(); // version
        var (width, height) = (reader.ReadUInt16(), reader.ReadUInt16());
        reader.ReadUInt16(); // depth
        var parts = new string[reader.ReadUInt16()];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = ReadPart(reader);
        var layout = SkeletonLayout.Parse(string.Join('-', parts));
        var fps = reader.ReadSingle();
        var count = (int)reader.ReadUInt32();
        reader.ReadUInt16(); // people
        var points = Floats(reader, count * layout.Count * 3);
        var confidences = Floats(reader, count * layout.Count);
        var frames = new List<PoseFrame>();
        for (var frame = first; frame < count; frame += every)
        {
            var landmarks = Enumerable.Range(frame * layout.Count, layout.Count).Select(i => confidences[i] == 0
                ? Landmark.Absent
                : new Landmark(points[3 * i], points[3 * i + 1], points[3 * i + 2], confidences[i]));
            frames.Add(new PoseFrame(TimeSpan.FromSeconds(frame / fps), layout, [.. landmarks]));
        }

        return new PoseSequence(layout, width, height, fps / every, frames, "mediapipe-holistic");
    }

    private static string ReadPart(BinaryReader reader)
    {
        var name = ReadText(reader);
        ReadText(reader); // format of a point
        var (points, limbs, colours) = (reader.ReadUInt16(), reader.ReadUInt16(), reader.ReadUInt16());
        for (var i = 0; i < points; i++)
            ReadText(reader);
        reader.ReadBytes(4 * limbs + 6 * colours);
        var part = name switch { "POSE_LANDMARKS" => "body", "POSE_WORLD_LANDMARKS" => "world", _ => name.Split('_')[0].ToLowerInvariant() };
        return FormattableString.Invariant($"{part}{points}");
    }

    private static string ReadText(BinaryReader reader) => Encoding.UTF8.GetString(reader.ReadBytes(reader.ReadUInt16()));

    private static float[] Floats(BinaryReader reader, int count)
    {
        var values = new float[count];
        reader.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
