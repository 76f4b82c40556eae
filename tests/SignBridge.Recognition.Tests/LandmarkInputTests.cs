namespace SignBridge.Recognition.Tests;

public sealed class LandmarkInputTests
{
    private readonly LandmarkInput _input = new(SkeletonLayout.HolisticWithoutFace, framesPerStep: 2);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 2)]
    [InlineData(2, 2)]
    [InlineData(5, 6)]
    public void PaddedFrames_AnyCount_FillsTheLastStep(int frames, int expected) => Assert.Equal(expected, _input.PaddedFrames(frames));

    [Fact]
    public void Write_LayoutWithFace_TakesBodyAndHandsInTheOrderOfTheCard()
    {
        var layout = SkeletonLayout.Holistic;
        var frame = new PoseFrame(TimeSpan.Zero, layout, [.. Enumerable.Range(0, layout.Count).Select(i => new Landmark(i, -i, 7, 1))]);
        var target = new float[150];

        _input.Write(Poses.Sequence(layout, [frame]), target);

        int[] expected = [.. Enumerable.Range(0, 33), .. Enumerable.Range(33 + 468, 42)];
        Assert.Equal(expected.SelectMany(i => new float[] { i, -i }), target);
    }

    [Fact]
    public void Write_HandsInAnotherOrder_AreFoundByName()
    {
        var layout = SkeletonLayout.Parse("right21-left21-body33");
        var frame = new PoseFrame(TimeSpan.Zero, layout, [.. Enumerable.Range(0, layout.Count).Select(i => new Landmark(i, 0, 0, 1))]);
        var target = new float[150];

        _input.Write(Poses.Sequence(layout, [frame]), target);

        Assert.Equal([42, 21, 0], [target[0], target[66], target[108]]);
    }

    [Fact]
    public void Write_AbsentLandmarksAndPadding_AreNaN()
    {
        var poses = Poses.Nobody(1).Map((_, part, _) => part == "left" ? new Landmark(3, float.NaN, 0, 0) : Landmark.Absent);
        var target = new float[300];

        _input.Write(poses, target);

        Assert.All(target, value => Assert.True(float.IsNaN(value)));
    }

    [Theory]
    [InlineData(1e30f)]
    [InlineData(float.NegativeInfinity)]
    public void Write_CoordinatesThatAreNoPlaceInAnImage_AreRefused(float value)
    {
        var poses = Poses.Nobody(1).Map((_, _, _) => new Landmark(1, value, 0, 1));

        var failure = Assert.Throws<SignBridgeException>(() => _input.Write(poses, new float[150]));

        Assert.Equal(FailureKind.Input, failure.Kind);
        Assert.Contains("no place in an image", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("body33")]
    [InlineData("body33-left21-right20")]
    public void Require_MissingPart_NamesBothLayouts(string name)
    {
        var failure = Assert.Throws<SignBridgeException>(() => _input.Require(Poses.Sequence(SkeletonLayout.Parse(name), [])));

        Assert.Equal(FailureKind.Input, failure.Kind);
        Assert.Contains(name, failure.Message, StringComparison.Ordinal);
        Assert.Contains("body33-left21-right21", failure.Message, StringComparison.Ordinal);
    }
}
