using OpenCvSharp;

namespace SignBridge.Evaluation.Inspection;

/// <summary>What moves in a clip, as a vector: at sixteen evenly spaced times, what differs from the mean of these times. So what stands
/// still (room, clothes, posture) counts for nothing, and two signs of one signer in one room are as unlike as their movements.</summary>
internal static class ClipMotion
{
    /// <summary>Width and height of the small grey image of a frame.</summary>
    private const int Side = 12;

    private const int Times = 16;

    /// <summary>In grey levels or shoulder widths: less is rounding.</summary>
    private const float LeastMotion = 1e-3f;

    /// <summary>Wrists and elbows of the body, then wrist and finger tips of each hand.</summary>
    private static readonly int[] BodyPoints = [13, 14, 15, 16];
    private static readonly int[] HandPoints = [0, 4, 8, 12, 16, 20];

    /// <summary>A frame as a small grey image.</summary>
    /// <param name="frame">8-bit BGR.</param>
    public static byte[] Thumbnail(Mat frame)
    {
        using var small = new Mat();
        using var grey = new Mat();
        Cv2.Resize(frame, small, new Size(Side, Side), interpolation: InterpolationFlags.Area);
        Cv2.CvtColor(small, grey, ColorConversionCodes.BGR2GRAY);
        grey.GetArray(out byte[] pixels);
        return pixels;
    }

    /// <summary>The motion in the thumbnails of all frames; null where nothing moves.</summary>
    public static float[]? OfThumbnails(IReadOnlyList<byte[]> frames) =>
        Of(frames.Count, Side * Side, (frame, target) =>
        {
            for (var i = 0; i < target.Length; i++)
                target[i] = frames[frame][i];
        });

    /// <summary>The motion of arms and hands, in shoulder widths; null where nothing moves.</summary>
    public static float[]? OfPoses(PoseSequence poses) =>
        Of(poses.Frames.Count, 2 * (BodyPoints.Length + 2 * HandPoints.Length), (frame, target) => Write(poses.Frames[frame], target));

    private delegate void FrameWriter(int frame, Span<float> target);

    private static float[]? Of(int frames, int size, FrameWriter write)
    {
        var motion = new float[Times * size];
        var weights = new float[motion.Length];
        var values = new float[size];
        for (var i = 0; i < frames; i++)
        {
            write(i, values);

            // A frame lasts from i to i + 1 and counts for each part by how much of it lies there.
            var (from, to) = (i * Times / (double)frames, (i + 1) * Times / (double)frames);
            for (var t = (int)from; t < Times && t < to; t++)
                Add(values, (float)(Math.Min(to, t + 1) - Math.Max(from, t)), motion.AsSpan(t * size, size), weights.AsSpan(t * size, size));
        }

        for (var i = 0; i < motion.Length; i++)
            motion[i] /= weights[i];
        for (var i = 0; i < size; i++)
            Centre(motion, i, size);
        return Array.Exists(motion, v => MathF.Abs(v) > LeastMotion) ? motion : null;
    }

    private static void Add(ReadOnlySpan<float> values, float weight, Span<float> sums, Span<float> weights)
    {
        for (var k = 0; k < values.Length; k++)
        {
            if (float.IsNaN(values[k]))
                continue;
            sums[k] += weight * values[k];
            weights[k] += weight;
        }
    }

    /// <summary>Takes the mean over time from one coordinate; where it is NaN it becomes 0, the mean.</summary>
    private static void Centre(float[] motion, int offset, int size)
    {
        var (sum, count) = (0f, 0);
        for (var i = offset; i < motion.Length; i += size)
        {
            if (float.IsNaN(motion[i]))
                continue;
            sum += motion[i];
            count++;
        }

        for (var i = offset; i < motion.Length; i += size)
            motion[i] = float.IsNaN(motion[i]) ? 0 : motion[i] - sum / count;
    }

    private static void Write(PoseFrame frame, Span<float> target)
    {
        var body = frame.Part("body");
        var (left, right) = (body[11], body[12]);
        var width = MathF.Sqrt(MathF.Pow(left.X - right.X, 2) + MathF.Pow(left.Y - right.Y, 2));
        var (x, y) = ((left.X + right.X) / 2, (left.Y + right.Y) / 2);
        var k = 0;
        foreach (var point in BodyPoints)
            Add(body[point], target);
        AddHand(frame.Part("left"), body[15], target);
        AddHand(frame.Part("right"), body[16], target);

        // A hand that was not seen is where the body's wrist is.
        void AddHand(ReadOnlySpan<Landmark> hand, Landmark wrist, Span<float> values)
        {
            foreach (var point in HandPoints)
                Add(hand[point].IsPresent ? hand[point] : wrist, values);
        }

        void Add(Landmark landmark, Span<float> values)
        {
            values[k++] = (landmark.X - x) / width;
            values[k++] = (landmark.Y - y) / width;
        }
    }
}
