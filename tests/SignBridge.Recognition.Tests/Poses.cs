namespace SignBridge.Recognition.Tests;

/// <summary>Poses made for tests, at 15 frames a second.</summary>
internal static class Poses
{
    public const string Extractor = "mediapipe-holistic";

    /// <summary>The landmarks [frames, 75, 2] of a golden file.</summary>
    public static PoseSequence FromArray(ReadOnlySpan<float> values)
    {
        var layout = SkeletonLayout.HolisticWithoutFace;
        var frames = new List<PoseFrame>();
        for (; !values.IsEmpty; values = values[(2 * layout.Count)..])
        {
            var landmarks = new Landmark[layout.Count];
            for (var i = 0; i < landmarks.Length; i++)
                landmarks[i] = float.IsNaN(values[2 * i]) ? Landmark.Absent : new Landmark(values[2 * i], values[2 * i + 1], 0, 1);
            frames.Add(new PoseFrame(TimeSpan.FromSeconds(frames.Count / 15.0), layout, landmarks));
        }

        return Sequence(layout, frames);
    }

    public static PoseSequence Nobody(int frames) => Sequence(
        SkeletonLayout.HolisticWithoutFace,
        [.. Enumerable.Range(0, frames).Select(i => PoseFrame.Empty(TimeSpan.FromSeconds(i / 15.0), SkeletonLayout.HolisticWithoutFace))]);

    public static PoseSequence Sequence(SkeletonLayout layout, IReadOnlyList<PoseFrame> frames) => new(layout, 640, 360, 15, frames, Extractor);

    /// <summary>The same clip with every landmark changed.</summary>
    public static PoseSequence Map(this PoseSequence poses, Func<int, string, Landmark, Landmark> change) => poses with
    {
        Frames = [.. poses.Frames.Select((frame, index) => new PoseFrame(frame.Time, frame.Layout,
            [.. frame.Layout.Parts.SelectMany(part => frame.Part(part.Name).ToArray().Select(landmark => change(index, part.Name, landmark)))]))],
    };

    /// <summary>Normal noise in pixels on every landmark that was seen.</summary>
    public static PoseSequence WithNoise(this PoseSequence poses, double pixels, int seed)
    {
        var random = new Random(seed);
        return poses.Map((_, _, landmark) => landmark with { X = landmark.X + Normal(), Y = landmark.Y + Normal() });

        float Normal() => (float)(pixels * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
    }
}
