using OpenCvSharp;

namespace SignBridge.Video;

/// <summary>Draws a skeleton and a caption onto a frame.</summary>
public static class OverlayRenderer
{
    /// <summary>Landmarks that were seen less surely are not drawn; MediaPipe's drawing utilities use the same threshold.</summary>
    private const float LeastConfidence = 0.5f;

    /// <summary>What remains of the brightness behind a caption: white letters then read on white as well as on black.</summary>
    private const double BandBrightness = 0.3;

    /// <summary>Draws a pose: limbs of body and hands, the face as points.</summary>
    /// <param name="image">8-bit BGR, the frame whose pixels the landmarks are given in, or of its size.</param>
    /// <param name="pose">The pose; landmarks that are absent, doubtful or far outside the frame are left out.</param>
    public static void DrawPose(Mat image, PoseFrame pose)
    {
        ArgumentNullException.ThrowIfNull(image);
        var stroke = Math.Max(1, Math.Min(image.Width, image.Height) / 240);
        foreach (var part in pose.Layout.Parts)
        {
            var landmarks = pose.Part(part.Name);
            var limbs = SkeletonLimbs.Of(part.Name);
            var colour = ColourOf(part.Name);
            foreach (var (from, to) in limbs)
            {
                if (from < landmarks.Length && to < landmarks.Length
                    && TryPlace(landmarks[from], image, out var start) && TryPlace(landmarks[to], image, out var end))
                {
                    Cv2.Line(image, start, end, colour, stroke, LineTypes.AntiAlias);
                }
            }

            var radius = limbs.Count > 0 ? stroke + 1 : stroke;
            foreach (var landmark in landmarks)
            {
                if (TryPlace(landmark, image, out var centre))
                    Cv2.Circle(image, centre, radius, colour, thickness: -1, LineTypes.AntiAlias);
            }
        }
    }

    /// <summary>Draws a caption at the bottom, white on a darkened band, broken into lines.</summary>
    /// <remarks>OpenCV draws ASCII only: letters lose their accents (<c>café</c> becomes <c>cafe</c>), quotes and dashes become plain,
    /// other scripts become <c>?</c>. The captions of subtitle files are not touched by this.</remarks>
    /// <param name="image">8-bit BGR.</param>
    /// <param name="caption">The text; nothing is drawn for an empty one, nor onto frames lower than 72 pixels.</param>
    public static void DrawCaption(Mat image, string caption)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(caption);
        var text = AsciiText.From(caption).Trim();
        if (text.Length == 0 || image.Height < CaptionLayout.LeastFrameHeight)
            return;
        var layout = CaptionLayout.Of(text, image.Width, image.Height);
        using (var band = image.SubMat(new Rect(0, image.Height - layout.Height, image.Width, layout.Height)))
            Cv2.ConvertScaleAbs(band, band, BandBrightness);

        var baseline = image.Height - layout.Height + (layout.Letters / 2) + ((layout.LineHeight + layout.Letters) / 2);
        foreach (var line in layout.Lines)
        {
            var width = Cv2.GetTextSize(line, CaptionLayout.Font, layout.Scale, layout.Thickness, out _).Width;
            Cv2.PutText(
                image, line, new Point((image.Width - width) / 2, baseline), CaptionLayout.Font, layout.Scale,
                Scalar.White, layout.Thickness, LineTypes.AntiAlias);
            baseline += layout.LineHeight;
        }
    }

    /// <summary>OpenCV counts pixels with 16 bits and more: what lies far outside is not drawn rather than wrapped around.</summary>
    private static bool TryPlace(Landmark landmark, Mat image, out Point point)
    {
        var isNear = landmark.Confidence >= LeastConfidence
            && landmark.X > -image.Width && landmark.X < 2 * image.Width && landmark.Y > -image.Height && landmark.Y < 2 * image.Height;
        point = isNear ? new Point((int)MathF.Round(landmark.X), (int)MathF.Round(landmark.Y)) : default;
        return isNear;
    }

    private static Scalar ColourOf(string part) => part switch
    {
        "left" => new Scalar(0, 140, 255),
        "right" => new Scalar(255, 170, 40),
        "face" => new Scalar(200, 200, 200),
        _ => new Scalar(90, 220, 90),
    };
}
