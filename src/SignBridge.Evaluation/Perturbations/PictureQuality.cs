using OpenCvSharp;

namespace SignBridge.Evaluation.Perturbations;

/// <summary>A worse picture of the same scene. The caller disposes the picture given and the one returned; both are 8-bit BGR.</summary>
internal static class PictureQuality
{
    /// <summary>Out of focus: a Gaussian blur.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="sigma">Standard deviation in pixels.</param>
    public static Mat Blur(Mat image, double sigma)
    {
        if (sigma == 0)
            return image.Clone();
        var blurred = new Mat();
        Cv2.GaussianBlur(image, blurred, new Size(0, 0), sigma);
        return blurred;
    }

    /// <summary>A grainy sensor: normally distributed noise on each channel of each pixel.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="sigma">Standard deviation, of 255 grey levels.</param>
    /// <param name="random">The source of chance.</param>
    public static Mat AddNoise(Mat image, double sigma, Random random)
    {
        using var noise = new Mat(image.Size(), MatType.CV_16SC3);
        Cv2.SetTheRNG((ulong)random.NextInt64()); // that of this thread, used at once
        Cv2.Randn(noise, Scalar.All(0), Scalar.All(sigma));
        var noisy = new Mat();
        Cv2.Add(image, noise, noisy, dtype: MatType.CV_8U);
        return noisy;
    }

    /// <summary>Too little light: every value times a gain, rounded, so that grey levels are lost as well.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="gain">0 (black) to 1.</param>
    public static Mat Darken(Mat image, double gain)
    {
        var dark = new Mat();
        image.ConvertTo(dark, MatType.CV_8UC3, gain);
        return dark;
    }
}
