using OpenCvSharp;

namespace SignBridge.Video.Tests;

/// <summary>Reads a source to its end and keeps what tests ask about.</summary>
internal static class FrameReading
{
    public static async Task<List<(TimeSpan Time, long Index, int Width, int Height, double Grey)>> ReadAllAsync(this IFrameSource source)
    {
        List<(TimeSpan, long, int, int, double)> frames = [];
        await foreach (var frame in source.ReadAsync(TestContext.Current.CancellationToken))
        {
            using (frame)
            {
                Assert.Equal(MatType.CV_8UC3, frame.Image.Type());
                frames.Add((frame.Time, frame.Index, frame.Image.Width, frame.Image.Height, Cv2.Mean(frame.Image).Val1));
            }
        }

        return frames;
    }

    /// <summary>The one sentence with which opening fails.</summary>
    public static string MessageOf(Func<object> open, FailureKind kind = FailureKind.Input) => MessageOf(() => { open(); }, kind);

    /// <summary>The one sentence with which an action fails.</summary>
    public static string MessageOf(Action action, FailureKind kind = FailureKind.Input)
    {
        var failure = Assert.Throws<SignBridgeException>(action);
        Assert.Equal(kind, failure.Kind);
        Assert.DoesNotContain('\n', failure.Message);
        Assert.EndsWith(".", failure.Message, StringComparison.Ordinal);
        return failure.Message;
    }
}
