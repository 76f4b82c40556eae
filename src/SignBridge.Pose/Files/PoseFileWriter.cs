using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace SignBridge.Pose.Files;

/// <summary>Writes poses of MediaPipe Holistic as <c>.pose</c> files (pose-format 0.2), as the pose-format library writes them.</summary>
/// <remarks>The format has one rate: frame k is at k / fps, so the frames' own times are not kept. Absent landmarks are zeros with
/// confidence 0; a landmark of confidence 0 is absent when it is read back. There is no field for the extractor.</remarks>
public static class PoseFileWriter
{
    private const float Version = 0.2f;

    // What the library's holistic header says; nothing reads it.
    private const ushort Depth = 1000;

    /// <summary>Writes a file as a whole: it appears under its name when it is complete, or not at all.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="sequence">Body and hands, with or without the face.</param>
    /// <param name="overwrite">Whether an existing file may be replaced.</param>
    /// <exception cref="SignBridgeException">The file exists or cannot be written, or the format cannot hold the poses (<see cref="FailureKind.Output"/>).</exception>
    public static void Write(string path, PoseSequence sequence, bool overwrite = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(sequence);
        if (!overwrite && Path.Exists(path))
            throw Failure($"The pose file '{path}' exists already; remove it, name another or allow overwriting.");
        var unfinished = $"{path}.{Guid.NewGuid():n}.tmp";
        try
        {
            using (var stream = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write))
                Write(stream, sequence, path);
            File.Move(unfinished, path, overwrite);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(path, e);
        }
        finally
        {
            Discard(unfinished);
        }
    }

    /// <summary>Writes to a stream, from its position.</summary>
    /// <param name="stream">Only written to, never sought; it stays open.</param>
    /// <param name="sequence">Body and hands, with or without the face.</param>
    /// <param name="name">What messages call the stream.</param>
    /// <exception cref="SignBridgeException">The stream cannot be written, or the format cannot hold the poses (<see cref="FailureKind.Output"/>).</exception>
    public static void Write(Stream stream, PoseSequence sequence, string name = "stream")
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(sequence);
        var components = ComponentsOf(sequence, name);
        try
        {
            WriteHeader(stream, sequence, components);
            WriteCoordinates(stream, sequence);
            WriteConfidences(stream, sequence);
            stream.Flush();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(name, e);
        }
    }

    private static HolisticComponent[] ComponentsOf(PoseSequence sequence, string name)
    {
        var layout = sequence.Layout;
        if (!layout.Equals(SkeletonLayout.Holistic) && !layout.Equals(SkeletonLayout.HolisticWithoutFace))
            throw Failure($"The pose file '{name}' cannot hold poses of the layout {layout}: expected {SkeletonLayout.Holistic} or {SkeletonLayout.HolisticWithoutFace}; use a pose model of this layout.");
        if (sequence.Width is < 1 or > ushort.MaxValue || sequence.Height is < 1 or > ushort.MaxValue)
            throw Failure($"The pose file '{name}' cannot hold poses of {sequence.Width}x{sequence.Height} frames: expected sides of 1 to {ushort.MaxValue} pixels; scale the video.");
        if (sequence.FramesPerSecond is not (>= 0.1 and <= 1000))
            throw Failure(string.Create(CultureInfo.InvariantCulture, $"The pose file '{name}' cannot hold poses at {sequence.FramesPerSecond} frames per second: expected 0.1 to 1000; set the rate of the video."));
        if (sequence.Frames.Count == 0)
            throw Failure($"The pose file '{name}' would have no frames; choose a video with at least one.");
        return [.. HolisticComponent.All.Where(c => layout.TryGetPart(c.Part, out _))];
    }

    private static void WriteHeader(Stream stream, PoseSequence sequence, HolisticComponent[] components)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Version);
        writer.Write((ushort)sequence.Width);
        writer.Write((ushort)sequence.Height);
        writer.Write(Depth);
        writer.Write((ushort)components.Length);
        foreach (var component in components)
            WriteComponent(writer, component);
        writer.Write((float)sequence.FramesPerSecond);
        writer.Write(sequence.Frames.Count);
        writer.Write((ushort)1); // people
    }

    private static void WriteComponent(BinaryWriter writer, HolisticComponent component)
    {
        WriteString(writer, component.Name);
        WriteString(writer, HolisticComponent.Format);
        writer.Write((ushort)component.Points.Length);
        writer.Write((ushort)(component.Limbs.Length / 2));
        writer.Write((ushort)(component.Colors.Length / 3));
        foreach (var point in component.Points)
            WriteString(writer, point);
        writer.Write(MemoryMarshal.AsBytes(component.Limbs.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(component.Colors.AsSpan()));
    }

    private static void WriteString(BinaryWriter writer, string text)
    {
        writer.Write((ushort)Encoding.UTF8.GetByteCount(text));
        writer.Write(Encoding.UTF8.GetBytes(text));
    }

    private static void WriteCoordinates(Stream stream, PoseSequence sequence)
    {
        var values = new float[sequence.Layout.Count * 3];
        foreach (var frame in sequence.Frames)
        {
            for (var (i, k) = (0, 0); i < frame.Landmarks.Length; i++)
            {
                var landmark = frame.Landmarks[i];
                var (x, y, z) = landmark.IsPresent ? (landmark.X, landmark.Y, landmark.Z) : default;
                (values[k++], values[k++], values[k++]) = (x, y, z);
            }

            stream.Write(MemoryMarshal.AsBytes(values.AsSpan()));
        }
    }

    private static void WriteConfidences(Stream stream, PoseSequence sequence)
    {
        var values = new float[sequence.Layout.Count];
        foreach (var frame in sequence.Frames)
        {
            for (var i = 0; i < values.Length; i++)
                values[i] = frame.Landmarks[i] is { IsPresent: true } landmark ? landmark.Confidence : 0;
            stream.Write(MemoryMarshal.AsBytes(values.AsSpan()));
        }
    }

    private static void Discard(string unfinished)
    {
        try
        {
            File.Delete(unfinished);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The failure that left the file behind is already on its way to the user.
        }
    }

    private static SignBridgeException CannotWrite(string name, Exception cause) => new(
        FailureKind.Output, $"The pose file '{name}' cannot be written ({cause.Message.TrimEnd('.')}); choose a folder that you may write to and that has room.", cause);

    private static SignBridgeException Failure(string message) => new(FailureKind.Output, message);
}
