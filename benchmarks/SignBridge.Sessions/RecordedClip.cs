using System.Buffers.Binary;
using OpenCvSharp;
using SignBridge.Pose.Files;
using SignBridge.Testing;
using SignBridge.Video;

namespace SignBridge.Sessions;

/// <summary>A sample as the binary messages of docs/serve.md, in time order.</summary>
/// <param name="PoseFile">The <c>.pose</c> file, to be uploaded.</param>
/// <param name="Poses">Landmarks, every pose of the file.</param>
/// <param name="Images">JPEG images, 15 a second.</param>
internal sealed record RecordedClip(byte[] PoseFile, Recording Poses, Recording Images)
{
    private const double ImagesPerSecond = 15;
    private const int HeaderBytes = 16;

    public static async Task<IReadOnlyList<RecordedClip>> ReadSamplesAsync()
    {
        var clips = new List<RecordedClip>();
        foreach (var sample in SampleClip.All)
            clips.Add(new RecordedClip(await File.ReadAllBytesAsync(sample.Poses), ReadPoses(sample.Poses), await ReadImagesAsync(sample.Video)));
        return clips;
    }

    private static Recording ReadPoses(string path)
    {
        var poses = PoseFileReader.Read(path);
        var start = $$"""{"type":"start","source":"landmarks","layout":"{{poses.Layout.Name}}","width":{{poses.Width}},"height":{{poses.Height}},"extractor":"{{poses.Extractor}}"}""";
        return new Recording(start, [.. poses.Frames.Select((pose, index) => (pose.Time, Message(2, index + 1, pose.Time, Bytes(pose))))]);
    }

    private static async Task<Recording> ReadImagesAsync(string path)
    {
        using var source = new VideoFileSource(path);
        var messages = new List<(TimeSpan Time, byte[] Message)>();
        await foreach (var sampled in source.ReadAsync().ResampleAsync(ImagesPerSecond))
        {
            using var frame = sampled.Frame;
            Cv2.ImEncode(".jpg", frame.Image, out var jpeg);
            messages.Add((sampled.Time, Message(1, messages.Count + 1, sampled.Time, jpeg)));
        }

        return new Recording($$"""{"type":"start","source":"frames","width":{{source.Info.Width}},"height":{{source.Info.Height}}}""", messages);
    }

    private static byte[] Bytes(PoseFrame pose)
    {
        var bytes = new byte[12 * pose.Landmarks.Length];
        for (var i = 0; i < pose.Landmarks.Length; i++)
        {
            var landmark = pose.Landmarks[i];
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(12 * i), landmark.X);
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan((12 * i) + 4), landmark.Y);
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan((12 * i) + 8), landmark.Confidence);
        }

        return bytes;
    }

    private static byte[] Message(byte kind, int number, TimeSpan time, byte[] payload)
    {
        byte[] message = [kind, .. new byte[HeaderBytes - 1], .. payload];
        BinaryPrimitives.WriteUInt32LittleEndian(message.AsSpan(4), (uint)number);
        BinaryPrimitives.WriteDoubleLittleEndian(message.AsSpan(8), time.TotalSeconds);
        return message;
    }
}
