using OpenCvSharp;

namespace SignBridge.Video.Tests;

public sealed class OverlayRendererTests : IDisposable
{
    private readonly Mat _image = new(240, 320, MatType.CV_8UC3, Scalar.Black);

    public void Dispose() => _image.Dispose();

    [Fact]
    public void DrawPose_Limb_IsALineBetweenItsLandmarks()
    {
        OverlayRenderer.DrawPose(_image, Pose((11, new Landmark(100, 50, 0, 1)), (12, new Landmark(200, 50, 0, 1))));
        Assert.True(IsDrawn(150, 50));
        Assert.False(IsDrawn(150, 60));
        Assert.False(IsDrawn(90, 50));
    }

    [Fact]
    public void DrawPose_Face_IsPoints()
    {
        OverlayRenderer.DrawPose(_image, Pose((33, new Landmark(100, 50, 0, 1)), (34, new Landmark(200, 50, 0, 1))));
        Assert.True(IsDrawn(100, 50));
        Assert.False(IsDrawn(150, 50));
    }

    [Fact]
    public void DrawPose_Hands_DifferInColour()
    {
        var left = SkeletonLayout.Holistic.Parts.Single(p => p.Name == "left").Offset;
        var right = SkeletonLayout.Holistic.Parts.Single(p => p.Name == "right").Offset;
        OverlayRenderer.DrawPose(_image, Pose((left, new Landmark(100, 50, 0, 1)), (right, new Landmark(200, 50, 0, 1))));
        Assert.NotEqual(_image.At<Vec3b>(50, 100), _image.At<Vec3b>(50, 200));
    }

    [Theory]
    [InlineData(100, 50, 0.4f)]
    [InlineData(float.NaN, float.NaN, 1)]
    [InlineData(1e30f, 50, 1)]
    [InlineData(100, float.NegativeInfinity, 1)]
    [InlineData(100, 40000, 1)]
    public void DrawPose_DoubtfulOrImpossibleLandmark_IsLeftOut(float x, float y, float confidence)
    {
        OverlayRenderer.DrawPose(_image, Pose((11, new Landmark(x, y, 0, confidence)), (12, new Landmark(x, y, 0, confidence))));
        Assert.Equal(0, Cv2.Sum(_image).Val1);
    }

    [Fact]
    public void DrawPose_NothingSeen_DrawsNothing()
    {
        OverlayRenderer.DrawPose(_image, PoseFrame.Empty(TimeSpan.Zero, SkeletonLayout.HolisticWithoutFace));
        Assert.Equal(0, Cv2.Sum(_image).Val1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(128)]
    [InlineData(255)]
    public void DrawCaption_AnyBackground_IsWhiteOnDarkAtTheBottom(int background)
    {
        _image.SetTo(Scalar.All(background));
        OverlayRenderer.DrawCaption(_image, "Where is the dog?");

        using var above = _image.SubMat(0, 160, 0, 320);
        using var below = _image.SubMat(160, 240, 0, 320);
        Assert.Equal(background, Cv2.Mean(above).Val1);
        using var bottomRow = _image.SubMat(239, 240, 0, 320);
        Assert.InRange(Cv2.Mean(bottomRow).Val1, 0, 80);
        Cv2.MinMaxLoc(below.Reshape(1), out _, out double brightest);
        Assert.InRange(brightest, 240, 255);
        Assert.True(CountBright(below) > 100);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n")]
    [InlineData("\u200B")]
    public void DrawCaption_Nothing_LeavesTheFrame(string caption)
    {
        _image.SetTo(Scalar.All(200));
        OverlayRenderer.DrawCaption(_image, caption);
        Assert.Equal(200, Cv2.Mean(_image).Val1);
    }

    [Fact]
    public void Draw_TinyFrame_DrawsPoseButNoCaption()
    {
        using var tiny = new Mat(16, 16, MatType.CV_8UC3, Scalar.Black);
        OverlayRenderer.DrawCaption(tiny, "Where is the dog?");
        Assert.Equal(0, Cv2.Sum(tiny).Val1);
        OverlayRenderer.DrawPose(tiny, Pose((11, new Landmark(2, 5, 0, 1)), (12, new Landmark(14, 5, 0, 1))));
        Assert.NotEqual(0, Cv2.Sum(tiny).Val1);
    }

    [Fact]
    public void Draw_SamePoseAndCaption_GivesTheSamePixels()
    {
        using var again = _image.Clone();
        foreach (var image in new[] { _image, again })
        {
            OverlayRenderer.DrawPose(image, Pose((11, new Landmark(100.4f, 50.6f, 0, 1)), (12, new Landmark(200, 57, 0, 1))));
            OverlayRenderer.DrawCaption(image, "Please wait.");
        }

        Assert.Equal(0, Cv2.Norm(_image, again));
    }

    private static PoseFrame Pose(params (int Index, Landmark Landmark)[] landmarks)
    {
        var all = new Landmark[SkeletonLayout.Holistic.Count];
        Array.Fill(all, Landmark.Absent);
        foreach (var (index, landmark) in landmarks)
            all[index] = landmark;
        return new PoseFrame(TimeSpan.Zero, SkeletonLayout.Holistic, all);
    }

    private bool IsDrawn(int x, int y) => _image.At<Vec3b>(y, x) != default;

    private static int CountBright(Mat image)
    {
        using var bright = new Mat();
        Cv2.InRange(image, Scalar.All(2 * 0.3 * 255), Scalar.All(255), bright);
        return Cv2.CountNonZero(bright);
    }
}
