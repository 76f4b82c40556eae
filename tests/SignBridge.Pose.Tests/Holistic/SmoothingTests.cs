using SignBridge.Pose.Holistic;

namespace SignBridge.Pose.Tests.Holistic;

public sealed class SmoothingTests
{
    private static readonly OneEuroSettings Settings = new(MinCutoff: 0.05, Beta: 80);

    [Fact]
    public void OneEuro_KnownSequence_EqualsTheFormula()
    {
        // Computed with numpy from the paper's formula in MediaPipe's precision, 25 frames/s, object of 100 pixels.
        float[] values = [100, 103, 101, 110];
        float[] expected = [100, 102.2576675f, 101.8895493f, 109.2216034f];
        var filter = default(OneEuroFilter);
        for (var i = 0; i < values.Length; i++)
            Assert.Equal(expected[i], filter.Apply(values[i], 0.01f, TimeSpan.FromMilliseconds(40 * i), Settings), 1e-3f);
    }

    [Fact]
    public void OneEuro_TimeThatDoesNotAdvance_LeavesTheValueAndTheState()
    {
        var filter = default(OneEuroFilter);
        filter.Apply(100, 1, TimeSpan.FromSeconds(1), Settings);

        Assert.Equal(500, filter.Apply(500, 1, TimeSpan.FromSeconds(1), Settings));
        Assert.Equal(100, filter.Apply(100, 1, TimeSpan.FromSeconds(2), Settings));
    }

    [Fact]
    public void LowPass_FirstValue_IsKept()
    {
        var filter = default(LowPassFilter);

        Assert.Null(filter.LastRaw);
        Assert.Equal(4, filter.Apply(4, 0.1f));
        Assert.Equal(4.6f, filter.Apply(10, 0.1f), 1e-5f);
        Assert.Equal(10, filter.LastRaw);
    }

    [Fact]
    public void LandmarkSmoother_EveryAxis_IsSmoothedUntilReset()
    {
        var smoother = new LandmarkSmoother(2, Settings);
        Landmark[] Move(int at, float x)
        {
            Landmark[] landmarks = [new(x, 2 * x, 3 * x, 0.5f), new(7, 8, 9, 0.25f)];
            smoother.Apply(landmarks, objectSize: 1000, TimeSpan.FromMilliseconds(at));
            return landmarks;
        }

        Move(0, 100);
        var moved = Move(40, 110);
        Assert.InRange(moved[0].X, 100.01f, 109.99f);
        Assert.InRange(moved[0].Y, 200.01f, 219.99f);
        Assert.InRange(moved[0].Z, 300.01f, 329.99f);
        Assert.Equal(0.5f, moved[0].Confidence);
        Assert.Equal(new Landmark(7, 8, 9, 0.25f), moved[1]);
        smoother.Reset();
        Assert.Equal(110, Move(80, 110)[0].X);
    }

    [Fact]
    public void LandmarkSmoother_ObjectWithoutSize_IsNotSmoothed()
    {
        var smoother = new LandmarkSmoother(1, Settings);
        Landmark[] landmarks = [new(1, 2, 3, 1)];
        smoother.Apply(landmarks, 1000, TimeSpan.Zero);
        landmarks[0] = new Landmark(9, 9, 9, 1);
        smoother.Apply(landmarks, 0, TimeSpan.FromSeconds(1));

        Assert.Equal(new Landmark(9, 9, 9, 1), landmarks[0]);
    }

    [Fact]
    public void VisibilitySmoother_SecondFrame_MovesATenthUntilReset()
    {
        var smoother = new VisibilitySmoother(1, 0.1f);
        float Apply(float confidence)
        {
            Landmark[] landmarks = [new(1, 2, 3, confidence)];
            smoother.Apply(landmarks);
            Assert.Equal(1, landmarks[0].X);
            return landmarks[0].Confidence;
        }

        Assert.Equal(1, Apply(1));
        Assert.Equal(0.9f, Apply(0), 1e-6f);
        smoother.Reset();
        Assert.Equal(0, Apply(0));
    }
}
