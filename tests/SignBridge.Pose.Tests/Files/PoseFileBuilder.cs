using System.Text;

namespace SignBridge.Pose.Tests.Files;

/// <summary>Bytes of a <c>.pose</c> file that say whatever a test wants, independent of the writer under test.</summary>
internal sealed class PoseFileBuilder
{
    private readonly List<(string Name, string Format, string[] Points)> _components = [];

    public float Version { get; set; } = 0.2f;

    public ushort Width { get; set; } = 640;

    public ushort Height { get; set; } = 480;

    public float FramesPerSecond { get; set; } = 25;

    public int Frames { get; set; } = 2;

    public uint? DeclaredFrames { get; set; }

    public ushort People { get; set; } = 1;

    /// <summary>Value of (frame, person, point, dimension).</summary>
    public Func<int, int, int, int, float> Coordinate { get; set; } = (frame, person, point, dimension) =>
        1000 * frame + 100 * person + 10 * point + dimension;

    /// <summary>Confidence of (frame, person, point).</summary>
    public Func<int, int, int, float> Confidence { get; set; } = (_, _, _) => 1;

    /// <summary>Nose, left and right wrist: the smallest file that has a body and both hands.</summary>
    public static PoseFileBuilder Small() => new PoseFileBuilder()
        .With("POSE_LANDMARKS", "XYZC", "NOSE")
        .With("LEFT_HAND_LANDMARKS", "XYZC", "WRIST")
        .With("RIGHT_HAND_LANDMARKS", "XYZC", "WRIST");

    public PoseFileBuilder With(string name, string format, params string[] points)
    {
        _components.Add((name, format, points));
        return this;
    }

    public byte[] Build()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Version);
        writer.Write(Width);
        writer.Write(Height);
        writer.Write((ushort)0);
        writer.Write((ushort)_components.Count);
        foreach (var (name, format, points) in _components)
            WriteComponent(writer, name, format, points);
        WriteCounts(writer);
        WriteBody(writer);
        return stream.ToArray();
    }

    private static void WriteComponent(BinaryWriter writer, string name, string format, string[] points)
    {
        WriteString(writer, name);
        WriteString(writer, format);
        writer.Write((ushort)points.Length);
        writer.Write((ushort)1);
        writer.Write((ushort)1);
        foreach (var point in points)
            WriteString(writer, point);
        writer.Write(new byte[2 * 2 + 3 * 2]); // a limb and a colour
    }

    private static void WriteString(BinaryWriter writer, string text)
    {
        writer.Write((ushort)Encoding.UTF8.GetByteCount(text));
        writer.Write(Encoding.UTF8.GetBytes(text));
    }

    private void WriteCounts(BinaryWriter writer)
    {
        var frames = DeclaredFrames ?? (uint)Frames;
        if (Version == 0.1f)
        {
            writer.Write((ushort)FramesPerSecond);
            writer.Write((ushort)frames);
        }
        else
        {
            writer.Write(FramesPerSecond);
            writer.Write(frames);
        }

        writer.Write(People);
    }

    private void WriteBody(BinaryWriter writer)
    {
        var points = _components.Sum(c => c.Points.Length);
        var dimensions = _components.Count == 0 ? 0 : _components.Max(c => c.Format.Length) - 1;
        foreach (var (frame, person, point) in Everyone(points))
        {
            for (var dimension = 0; dimension < dimensions; dimension++)
                writer.Write(Coordinate(frame, person, point, dimension));
        }

        foreach (var (frame, person, point) in Everyone(points))
            writer.Write(Confidence(frame, person, point));
    }

    private IEnumerable<(int Frame, int Person, int Point)> Everyone(int points) =>
        from frame in Enumerable.Range(0, Frames)
        from person in Enumerable.Range(0, People)
        from point in Enumerable.Range(0, points)
        select (frame, person, point);
}
