using System.Buffers.Binary;
using System.Globalization;

namespace SignBridge.Pose.Files;

/// <summary>Reads poses of MediaPipe Holistic from <c>.pose</c> files (pose-format, versions 0.1 and 0.2).</summary>
/// <remarks>
/// <para>Components and points are found by name, whatever their order; the result is body, face (where the file has one), left and
/// right hand. Coordinates stay as they are in the file: x and y in pixels; z as its writer left it, which is pixels in our own files and
/// shares of the frame's width in those of the library's own extractor; 0 where the file is flat. Confidence 0 means absent.</para>
/// <para>The format has no field for the extractor: the names of components and points are MediaPipe Holistic's and stand for it.</para>
/// <para>Sources: docs/specs of github.com/sign-language-processing/pose and the behaviour of its Python reader.</para>
/// </remarks>
public static class PoseFileReader
{
    /// <summary>The extractor whose names <see cref="HolisticComponent"/> holds.</summary>
    private const string Extractor = "mediapipe-holistic";

    // The largest frame that the header can express has 65535 pixels a side; a landmark out of view lies a few sides away.
    private const float MaxCoordinate = 1e6f;

    // The library interpolates confidences by splines when it changes the rate, which overshoot; they are cut to 0 to 1.
    private const float ConfidenceSlack = 1;

    /// <summary>Whether a file begins as a <c>.pose</c> file does: with its version as a float, with which no container of video begins.</summary>
    /// <param name="start">The first four bytes, or more.</param>
    public static bool StartsAsPose(ReadOnlySpan<byte> start) =>
        start.Length >= sizeof(float) && BinaryPrimitives.ReadSingleLittleEndian(start) is 0.1f or 0.2f;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="notices">Takes what the user should know: <c>several-people</c>.</param>
    /// <exception cref="SignBridgeException">The file is missing, damaged or of another layout (<see cref="FailureKind.Input"/>).</exception>
    public static PoseSequence Read(string path, ICollection<Notice>? notices = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var stream = Open(path);
        return Read(stream, path, notices);
    }

    /// <summary>Reads from a stream's position to its end.</summary>
    /// <param name="stream">A stream that cannot seek is copied to memory first.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="notices">Takes what the user should know: <c>several-people</c>.</param>
    /// <exception cref="SignBridgeException">The content is damaged or of another layout (<see cref="FailureKind.Input"/>).</exception>
    public static PoseSequence Read(Stream stream, string name, ICollection<Notice>? notices = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        try
        {
            if (stream.CanSeek)
                return ReadSeekable(stream, name, notices);
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            copy.Position = 0;
            return ReadSeekable(copy, name, notices);
        }
        catch (IOException e)
        {
            throw PoseFileFailure.Of(name, $"cannot be read to its end ({e.Message.TrimEnd('.')}): expected a whole file", e);
        }
    }

    private static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SignBridgeException(FailureKind.Input, $"The pose file '{path}' does not exist; check the path.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SignBridgeException(FailureKind.Input, $"The pose file '{path}' cannot be opened ({e.Message.TrimEnd('.')}); name a file that you may read.", e);
        }
    }

    private static PoseSequence ReadSeekable(Stream stream, string name, ICollection<Notice>? notices)
    {
        var header = PoseFileHeader.Read(stream, name);
        var mapping = PoseFileMapping.Create(header, name);
        var body = new PoseFileBody(stream, header);
        var person = header.People == 1 ? 0 : body.FindMostConfident(mapping.Sources[..mapping.Layout.Parts[0].Count]);
        if (header.People > 1)
            notices?.Add(new Notice("several-people", $"'{name}' has room for {header.People} people: person {person + 1}, whose body was seen most surely, was taken."));
        var frames = new PoseFrame[header.Frames];
        for (var k = 0; k < frames.Length; k++)
        {
            body.ReadPerson(k, person);
            frames[k] = new PoseFrame(TimeSpan.FromSeconds(k / (double)header.FramesPerSecond), mapping.Layout, Landmarks(body, mapping, name, k));
        }

        return new PoseSequence(mapping.Layout, header.Width, header.Height, header.FramesPerSecond, frames, Extractor);
    }

    private static Landmark[] Landmarks(PoseFileBody body, PoseFileMapping mapping, string name, int frame)
    {
        var coordinates = body.Coordinates;
        var confidences = body.Confidences;
        var landmarks = new Landmark[mapping.Layout.Count];
        for (var i = 0; i < landmarks.Length; i++)
        {
            var source = mapping.Sources[i];
            var confidence = source.Point < 0 ? 0 : confidences[source.Point];
            if (confidence is <= 0 and >= -ConfidenceSlack)
            {
                landmarks[i] = Landmark.Absent;
                continue;
            }

            var landmark = new Landmark(coordinates[source.X], coordinates[source.Y], source.Z < 0 ? 0 : coordinates[source.Z], confidence);
            if (!IsPlausible(landmark))
                throw Implausible(landmark, mapping.Layout, i, name, frame);
            landmarks[i] = landmark with { Confidence = MathF.Min(confidence, 1) };
        }

        return landmarks;
    }

    // Written so that NaN fails.
    private static bool IsPlausible(Landmark landmark) =>
        MathF.Abs(landmark.X) <= MaxCoordinate && MathF.Abs(landmark.Y) <= MaxCoordinate && MathF.Abs(landmark.Z) <= MaxCoordinate
        && landmark.Confidence is > 0 and <= 1 + ConfidenceSlack;

    private static SignBridgeException Implausible(Landmark landmark, SkeletonLayout layout, int index, string name, int frame)
    {
        var part = layout.Parts.Last(p => p.Offset <= index);
        return PoseFileFailure.Of(name, string.Create(CultureInfo.InvariantCulture,
            $"has x {landmark.X}, y {landmark.Y}, z {landmark.Z} with confidence {landmark.Confidence} in frame {frame}, {part.Name} point {index - part.Offset}: expected at most {MaxCoordinate:0} pixels and a confidence of 0 to 1"));
    }
}
