using System.Globalization;
using System.Text;

namespace SignBridge.Pose.Files;

/// <summary>What a <c>.pose</c> file says before its coordinates: the header proper and the counts at the start of the body.</summary>
/// <param name="Width">Width of the frames in pixels.</param>
/// <param name="Height">Height of the frames in pixels.</param>
/// <param name="Components">The groups of points.</param>
/// <param name="FramesPerSecond">Rate of the frames.</param>
/// <param name="Frames">How many frames follow.</param>
/// <param name="People">How many people every frame has.</param>
/// <param name="BodyStart">Position in the stream of the first coordinate.</param>
internal sealed record PoseFileHeader(
    int Width, int Height, IReadOnlyList<PoseFileComponent> Components, float FramesPerSecond, int Frames, int People, long BodyStart)
{
    // Bounds that no real file reaches: they keep a damaged one from claiming absurd amounts of memory.
    private const int MaxPoints = 1_000_000;
    private const int MaxDimensions = 8;
    private const float MinFramesPerSecond = 0.1f;
    private const float MaxFramesPerSecond = 1000;

    /// <summary>Points of a person, over all components.</summary>
    public int Points { get; } = Components.Sum(c => c.Points.Count);

    /// <summary>Coordinates of a point: as many as the widest component has, the same for all, as the pose-format library has it.</summary>
    public int Dimensions { get; } = DimensionsOf(Components);

    /// <summary>Reads from the stream's position; the whole rest of the stream must be the file.</summary>
    /// <exception cref="SignBridgeException">It is not a whole <c>.pose</c> file of version 0.1 or 0.2.</exception>
    public static PoseFileHeader Read(Stream stream, string name)
    {
        if (stream.Position == stream.Length)
            throw PoseFileFailure.Of(name, "is empty: expected pose-format 0.2");
        try
        {
            using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
            var version = ReadVersion(reader, name);
            var (width, height, _) = (reader.ReadUInt16(), reader.ReadUInt16(), reader.ReadUInt16());
            var components = ReadComponents(reader, name);
            return ReadBodyHeader(reader, name, version, width, height, components);
        }
        catch (EndOfStreamException e)
        {
            throw PoseFileFailure.Of(name, "ends within its header: expected a whole file", e);
        }
    }

    private static float ReadVersion(BinaryReader reader, string name)
    {
        var version = MathF.Round(reader.ReadSingle(), 3);
        if (version is 0.1f or 0.2f)
            return version;
        if (version is >= 0 and < 100)
        {
            var text = version.ToString("0.0##", CultureInfo.InvariantCulture);
            throw new SignBridgeException(FailureKind.Input,
                $"The pose file '{name}' is of pose-format version {text}, expected 0.1 or 0.2; convert it with the pose-format library or make it again from the video (signbridge pose).");
        }

        throw PoseFileFailure.Of(name, "is not in the pose format: it does not start with the version 0.1 or 0.2");
    }

    private static List<PoseFileComponent> ReadComponents(BinaryReader reader, string name)
    {
        var components = new List<PoseFileComponent>();
        var points = 0;
        for (var count = reader.ReadUInt16(); components.Count < count;)
        {
            var component = ReadComponent(reader);
            if (component.Format.Length > MaxDimensions + 1)
                throw PoseFileFailure.Of(name, $"gives its points {component.Format.Length} values: expected a format like XYZC");
            if ((points += component.Points.Count) > MaxPoints)
                throw PoseFileFailure.Of(name, $"declares more than {MaxPoints} points: expected those of a person");
            components.Add(component);
        }

        return components;
    }

    private static PoseFileComponent ReadComponent(BinaryReader reader)
    {
        var name = ReadString(reader);
        var format = ReadString(reader);
        var (points, limbs, colors) = (reader.ReadUInt16(), reader.ReadUInt16(), reader.ReadUInt16());
        var names = new List<string>();
        while (names.Count < points)
            names.Add(ReadString(reader));
        reader.BaseStream.Seek(4L * limbs + 6L * colors, SeekOrigin.Current);
        return new PoseFileComponent(name, format, names);
    }

    private static string ReadString(BinaryReader reader)
    {
        var length = reader.ReadUInt16();
        var bytes = reader.ReadBytes(length);
        return bytes.Length == length ? Encoding.UTF8.GetString(bytes) : throw new EndOfStreamException();
    }

    private static PoseFileHeader ReadBodyHeader(
        BinaryReader reader, string name, float version, int width, int height, List<PoseFileComponent> components)
    {
        var framesPerSecond = version == 0.1f ? reader.ReadUInt16() : reader.ReadSingle();
        var declared = version == 0.1f ? reader.ReadUInt16() : reader.ReadUInt32();
        var people = reader.ReadUInt16();
        var start = reader.BaseStream.Position;
        var rest = reader.BaseStream.Length - start;
        if (framesPerSecond is not (>= MinFramesPerSecond and <= MaxFramesPerSecond))
            throw PoseFileFailure.Of(name, string.Create(CultureInfo.InvariantCulture,
                $"has a rate of {framesPerSecond} frames per second: expected {MinFramesPerSecond} to {MaxFramesPerSecond}"));
        if (width == 0 || height == 0)
            throw PoseFileFailure.Of(name, $"has frames of {width}x{height} pixels: expected the size of the video");
        if (people == 0)
            throw PoseFileFailure.Of(name, "has room for no person: expected one");
        var points = components.Sum(c => c.Points.Count);
        var frameBytes = sizeof(float) * (long)people * points * (DimensionsOf(components) + 1);
        if (frameBytes == 0)
            throw PoseFileFailure.Of(name, "declares no points: expected those of MediaPipe Holistic");
        var frames = CountFrames(name, version, declared, frameBytes, rest);
        return new PoseFileHeader(width, height, components, framesPerSecond, frames, people, start);
    }

    // Nothing is allocated for frames before their bytes are known to be there.
    private static int CountFrames(string name, float version, uint declared, long frameBytes, long rest)
    {
        // Version 0.1 counts in 16 bits, which overflow in long clips: the library goes by the length of the file, and so do we.
        const int Wrap = ushort.MaxValue + 1;
        long frames = declared;
        if (version == 0.1f && rest / frameBytes is var present && present > declared && (present - declared) % Wrap == 0)
            frames = present;
        var expected = (Int128)frames * frameBytes;
        if (rest < expected)
            throw PoseFileFailure.Of(name, $"was cut off: {frames} frames take {expected} bytes, but {rest} are there");
        if (rest > expected)
            throw PoseFileFailure.Of(name, $"does not end after its {frames} frames: expected {expected} bytes of coordinates, but {rest} are there");
        if (frames is 0 or > int.MaxValue)
            throw PoseFileFailure.Of(name, frames == 0 ? "has no frames: expected at least one" : $"has {frames} frames: expected at most {int.MaxValue}");
        return (int)frames;
    }

    private static int DimensionsOf(IReadOnlyList<PoseFileComponent> components) =>
        components.Count == 0 ? 0 : Math.Max(0, components.Max(c => c.Format.Length) - 1);
}
