namespace SignBridge.Evaluation.Perturbations;

/// <summary>An estimator that is unsure where things are: normally distributed noise on x and y of every landmark of every frame.</summary>
internal static class LandmarkNoise
{
    private const int LeftShoulder = 11;
    private const int RightShoulder = 12;

    // Where no shoulders were seen: the usual share when somebody signs to a camera.
    private const double ShouldersInPicture = 0.2;

    /// <summary>Adds noise.</summary>
    /// <param name="poses">The poses.</param>
    /// <param name="deviation">Standard deviation in shoulder widths of the clip (median over its frames).</param>
    /// <param name="random">The source of chance.</param>
    public static PoseSequence Add(PoseSequence poses, double deviation, Random random)
    {
        var pixels = deviation * ShoulderWidth(poses);
        return poses.Map((_, _, landmark) =>
        {
            var (x, y) = (Normal.Next(random), Normal.Next(random)); // also for absent ones: the noise of one does not depend on another
            return landmark.IsPresent ? landmark with { X = (float)(landmark.X + pixels * x), Y = (float)(landmark.Y + pixels * y) } : landmark;
        });
    }

    private static double ShoulderWidth(PoseSequence poses)
    {
        var widths = poses.Frames.Select(Width).Where(double.IsFinite).Order().ToList();
        return widths.Count > 0 ? widths[widths.Count / 2] : ShouldersInPicture * poses.Width;
    }

    private static double Width(PoseFrame frame)
    {
        var body = frame.Part("body");
        return body.Length > RightShoulder
            ? Math.Sqrt(Math.Pow(body[LeftShoulder].X - body[RightShoulder].X, 2) + Math.Pow(body[LeftShoulder].Y - body[RightShoulder].Y, 2))
            : double.NaN;
    }
}
