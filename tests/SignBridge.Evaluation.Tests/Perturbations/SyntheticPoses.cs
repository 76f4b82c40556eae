using SignBridge.Evaluation.Perturbations;

namespace SignBridge.Evaluation.Tests.Perturbations;

/// <summary>Poses made for tests and what is done to them.</summary>
internal static class SyntheticPoses
{
    public const int Width = 640;
    public const int Height = 360;

    /// <summary>A person whose landmarks are all within the picture but for the ankles, and whose hands are absent in some frames.</summary>
    public static PoseSequence Person(int frames = 40, double rate = 30, SkeletonLayout? layout = null, int seed = 1)
    {
        layout ??= SkeletonLayout.Holistic;
        var random = new Random(seed);
        return new PoseSequence(layout, Width, Height, rate, [.. Enumerable.Range(0, frames).Select(i => Frame(i / rate, layout, random))], "mediapipe-holistic");
    }

    /// <summary>What a perturbation, as it is written, makes of a clip.</summary>
    public static PoseSequence Apply(this PoseSequence poses, string perturbation, string sampleId = "a", int seed = 7) =>
        PerturbationPlan.Parse(perturbation).Single().Apply(poses, sampleId, seed);

    public static IEnumerable<Landmark> AllLandmarks(this PoseSequence poses) => poses.Frames.SelectMany(f => f.Landmarks.ToArray());

    private static PoseFrame Frame(double seconds, SkeletonLayout layout, Random random)
    {
        var landmarks = layout.Parts.SelectMany(part =>
        {
            var isAbsent = part.Name is "left" or "right" && random.NextDouble() < 0.2;
            return Enumerable.Range(0, part.Count).Select(i => isAbsent ? Landmark.Absent : Point(part.Name == "body" && i >= 27, random));
        }).ToArray();
        return new PoseFrame(TimeSpan.FromSeconds(seconds), layout, landmarks);
    }

    private static Landmark Point(bool isBelow, Random random) => new(
        random.Next(100, Width - 100), isBelow ? Height + random.Next(50, 90) : random.Next(100, Height - 100), random.Next(-40, 40), random.Next(1, 11) / 10f);
}
