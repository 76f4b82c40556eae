using OpenCvSharp;

namespace SignBridge.Evaluation.Perturbations;

/// <summary>All perturbations.</summary>
internal static class PerturbationKinds
{
    private const string OfClip = " of the clip";

    /// <summary>Those of poses first, then those of frames.</summary>
    public static IReadOnlyList<PerturbationKind> All { get; } =
    [
        new("fps", " frames/s", 1, 240, 5, 7.5, 10, 12) { Poses = (poses, rate, _) => FrameTiming.AtRate(poses, rate) },
        new("drop", " of the frames", 0, 0.95, 0.1, 0.3, 0.5, 0.7) { Poses = FrameTiming.Drop },
        new("time-jitter", " ms", 0, 1000, 10, 30, 60) { Poses = FrameTiming.Jitter },
        new("late-start", OfClip, 0, 0.95, 0.1, 0.2, 0.3, 0.5) { Poses = (poses, share, _) => FrameTiming.StartLate(poses, share) },
        new("early-stop", OfClip, 0, 0.95, 0.1, 0.2, 0.3, 0.5) { Poses = (poses, share, _) => FrameTiming.StopEarly(poses, share) },
        new("jitter", " shoulder widths", 0, 1, 0.01, 0.02, 0.05, 0.1) { Poses = LandmarkNoise.Add },
        new("lose-hands", " of the frames", 0, 1, 0.1, 0.3, 0.5) { Poses = Occlusion.LoseHands },
        new("occlude-left", OfClip, 0, 1, 0.3, 0.6, 1) { Poses = (poses, share, random) => Occlusion.Hide(poses, share, random, "left") },
        new("occlude-right", OfClip, 0, 1, 0.3, 0.6, 1) { Poses = (poses, share, random) => Occlusion.Hide(poses, share, random, "right") },
        new("occlude-hands", OfClip, 0, 1, 0.1, 0.3, 0.6) { Poses = (poses, share, random) => Occlusion.Hide(poses, share, random, "left", "right") },
        new("occlude-body", OfClip, 0, 1, 0.1, 0.3, 0.6) { Poses = (poses, share, random) => Occlusion.Hide(poses, share, random) },
        OfPoses("mirror", "", 0, 0, [], (width, height, _) => PictureTransform.Mirror(width, height)),
        OfPoses("rotate", "°", -180, 180, [-20, -10, 10, 20], PictureTransform.Rotate),
        OfPoses("scale", "×", 0.1, 4, [0.5, 0.75, 1.25, 1.5], PictureTransform.Scale),
        OfPoses("shift", " of the width", -1, 1, [-0.3, -0.15, 0.15, 0.3], PictureTransform.Shift),
        OfPoses("crop", " of the picture", 0.1, 1, [0.8, 0.6, 0.4], PictureTransform.Crop),
        OfPictures("blur", " px", 0, 50, [1, 2, 4], (image, sigma, _) => PictureQuality.Blur(image, sigma)),
        OfPictures("noise", " grey levels", 0, 255, [10, 25, 50], PictureQuality.AddNoise),
        OfPictures("darkness", "×", 0, 1, [0.5, 0.25, 0.1], (image, gain, _) => PictureQuality.Darken(image, gain)),
        OfFrames("frame-mirror", "", 0, 0, [], (width, height, _) => PictureTransform.Mirror(width, height)),
        OfFrames("frame-rotate", "°", -180, 180, [-20, -10, 10, 20], PictureTransform.Rotate),
        OfFrames("frame-scale", "×", 0.1, 4, [0.5, 0.75, 1.25, 1.5], PictureTransform.Scale),
        OfFrames("frame-shift", " of the width", -1, 1, [-0.3, -0.15, 0.15, 0.3], PictureTransform.Shift),
        OfFrames("frame-crop", " of the picture", 0.1, 1, [0.8, 0.6, 0.4], PictureTransform.Crop),
    ];

    private static PerturbationKind OfPoses(
        string name, string unit, double least, double most, double[] defaults, Func<int, int, double, PictureTransform> transform) =>
        new(name, unit, least, most, defaults) { Poses = (poses, level, _) => transform(poses.Width, poses.Height, level).Apply(poses) };

    private static PerturbationKind OfFrames(
        string name, string unit, double least, double most, double[] defaults, Func<int, int, double, PictureTransform> transform) =>
        new(name, unit, least, most, defaults)
        {
            Frames = (source, level, _) =>
            {
                var change = transform(source.Info.Width, source.Info.Height, level);
                return new PerturbedSource(source, source.Info with { Width = change.Width, Height = change.Height }, change.Apply);
            },
        };

    private static PerturbationKind OfPictures(
        string name, string unit, double least, double most, double[] defaults, Func<Mat, double, Random, Mat> change) =>
        new(name, unit, least, most, defaults)
        {
            Frames = (source, level, random) => new PerturbedSource(source, source.Info, image => change(image, level, random)),
        };
}
