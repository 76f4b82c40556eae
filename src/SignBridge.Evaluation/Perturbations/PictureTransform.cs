using OpenCvSharp;

namespace SignBridge.Evaluation.Perturbations;

/// <summary>A camera that is held or set otherwise: one rule for the pixels of a picture and for the landmarks in it.</summary>
/// <param name="Map">Where a point of the picture goes.</param>
/// <param name="Width">Width of the new picture in pixels.</param>
/// <param name="Height">Height of the new picture in pixels.</param>
/// <param name="IsMirrored">Whether left and right change places.</param>
internal sealed record PictureTransform(AffineMap Map, int Width, int Height, bool IsMirrored = false)
{
    /// <summary>A camera that shows a mirror image, as many do to those in front of them.</summary>
    public static PictureTransform Mirror(int width, int height) => new(new AffineMap(-1, 0, width, 0, 1, 0), width, height, IsMirrored: true);

    /// <summary>A camera that is held askew: the picture turns about its middle, clockwise for more than 0.</summary>
    public static PictureTransform Rotate(int width, int height, double degrees) =>
        new(AffineMap.About(width / 2.0, height / 2.0, degrees, 1), width, height);

    /// <summary>A signer who is farther away (below 1) or nearer: the picture shrinks or grows about its middle.</summary>
    public static PictureTransform Scale(int width, int height, double factor) =>
        new(AffineMap.About(width / 2.0, height / 2.0, 0, factor), width, height);

    /// <summary>A signer beside the middle: the picture moves to the right by a share of its width, to the left for less than 0.</summary>
    public static PictureTransform Shift(int width, int height, double share) => new(AffineMap.Translation(share * width, 0), width, height);

    /// <summary>The middle of the picture only, a share of its width and of its height.</summary>
    public static PictureTransform Crop(int width, int height, double share)
    {
        var (w, h) = ((int)Math.Max(1, Math.Round(share * width)), (int)Math.Max(1, Math.Round(share * height)));
        return new PictureTransform(AffineMap.Translation((w - width) / 2, (h - height) / 2), w, h);
    }

    /// <summary>Changes the landmarks. What leaves the picture is lost as an estimator loses it: a hand or a face becomes absent once most of it
    /// has left; the body stays, with guesses outside of the picture, until all of it has left.</summary>
    /// <exception cref="SignBridgeException">Left and right of the landmarks are not known (<see cref="FailureKind.Input"/>).</exception>
    public PoseSequence Apply(PoseSequence poses)
    {
        var moved = poses with { Width = Width, Height = Height, Frames = [.. poses.Frames.Select(f => Move(f, poses))] };
        if (!IsMirrored)
            return moved;
        var others = LandmarkSymmetry.OtherSide(poses.Layout);
        return moved with { Frames = [.. moved.Frames.Select(f => new PoseFrame(f.Time, f.Layout, Array.ConvertAll(others, i => f.Landmarks[i])))] };
    }

    /// <summary>Changes a picture; the caller disposes both. What was not in it is black.</summary>
    public Mat Apply(Mat image)
    {
        // OpenCV counts from the middle of a pixel, landmarks from its edge.
        var (x, y) = Map.Of(0.5, 0.5);
        using var matrix = Mat.FromArray(new[,] { { Map.Xx, Map.Xy, x - 0.5 }, { Map.Yx, Map.Yy, y - 0.5 } });
        var changed = new Mat();
        Cv2.WarpAffine(image, changed, matrix, new Size(Width, Height));
        return changed;
    }

    private PoseFrame Move(PoseFrame frame, PoseSequence poses)
    {
        var landmarks = Array.ConvertAll(frame.Landmarks.ToArray(), Move);
        foreach (var part in frame.Layout.Parts)
        {
            var before = Inside(frame.Part(part.Name), poses.Width, poses.Height);
            var moved = landmarks.AsSpan(part.Offset, part.Count);
            var inside = Inside(moved, Width, Height);
            if (part.Name == "body" ? inside == 0 && before > 0 : 2 * inside < before)
                moved.Fill(Landmark.Absent);
        }

        return new PoseFrame(frame.Time, frame.Layout, landmarks);
    }

    private Landmark Move(Landmark landmark)
    {
        if (!landmark.IsPresent)
            return landmark;
        var (x, y) = Map.Of(landmark.X, landmark.Y);
        return landmark with { X = (float)x, Y = (float)y, Z = (float)(Map.Scale * landmark.Z) };
    }

    private static int Inside(ReadOnlySpan<Landmark> landmarks, int width, int height)
    {
        var count = 0;
        foreach (var landmark in landmarks)
            count += landmark.X >= 0 && landmark.Y >= 0 && landmark.X <= width && landmark.Y <= height ? 1 : 0;
        return count;
    }
}
