namespace SignBridge.Evaluation.Tests.Inspection;

/// <summary>Poses of a test's own: shoulders 100 pixels apart in a frame of 640x480, hands that move sideways.</summary>
internal static class Drawn
{
    /// <param name="frames">How many, at 30 a second.</param>
    /// <param name="hands">By how many pixels the hands are to the right of their place in a frame.</param>
    /// <param name="isSeen">Whether a part is seen in a frame; all are without it.</param>
    /// <param name="body">By how many pixels nose and shoulders are to the right of their place in a frame.</param>
    public static PoseSequence Poses(int frames, Func<int, double> hands, Func<int, string, bool>? isSeen = null, Func<int, double>? body = null)
    {
        var layout = SkeletonLayout.HolisticWithoutFace;
        return new PoseSequence(layout, 640, 480, 30, [.. Enumerable.Range(0, frames).Select(Frame)], "mediapipe-holistic");

        PoseFrame Frame(int frame)
        {
            var landmarks = new Landmark[layout.Count];
            Array.Fill(landmarks, Landmark.Absent);
            foreach (var part in layout.Parts.Where(p => isSeen?.Invoke(frame, p.Name) ?? true))
            {
                for (var i = 0; i < part.Count; i++)
                    landmarks[part.Offset + i] = part.Name == "body" ? Body(frame, i) : new Landmark((float)(250 + hands(frame) + i), 300 + 2 * i, 0, 1);
            }

            return new PoseFrame(TimeSpan.FromSeconds(frame / 30.0), layout, landmarks);
        }

        Landmark Body(int frame, int point)
        {
            var x = point switch { 11 => 350, 12 => 250, _ => 300 };
            return new Landmark((float)(x + (body?.Invoke(frame) ?? 0) + (point is >= 13 and <= 16 ? hands(frame) : 0)), 200, 0, 1);
        }
    }

    /// <summary>A movement that is another one for each seed: the hands pass through eight random places.</summary>
    public static Func<int, double> Movement(int seed, int frames)
    {
        var random = new Random(seed);
        double[] places = [.. Enumerable.Range(0, 9).Select(_ => random.NextDouble() * 200 - 100)];
        return frame =>
        {
            var at = 8.0 * frame / frames;
            return places[(int)at] + (at - (int)at) * (places[(int)at + 1] - places[(int)at]);
        };
    }
}
