namespace SignBridge.Evaluation.Tests.Perturbations;

public sealed class LandmarkPerturbationTests
{
    private readonly PoseSequence _clip = SyntheticPoses.Person(frames: 100);

    [Fact]
    public void Jitter_ShareOfShoulderWidth_IsTheDeviationOfTheNoise()
    {
        var clip = _clip with { Frames = [.. _clip.Frames.Select(WithShoulders)] };
        var changed = clip.Apply("jitter=0.05");

        var moves = clip.AllLandmarks().Zip(changed.AllLandmarks()).Where(p => p.First.IsPresent).SelectMany(p => (double[])[p.Second.X - p.First.X, p.Second.Y - p.First.Y]).ToList();
        Assert.Equal(0, moves.Average(), 0.1);
        Assert.Equal(0.05 * 200, Math.Sqrt(moves.Average(m => m * m)), 0.1);
        Assert.All(clip.AllLandmarks().Zip(changed.AllLandmarks()), p => Assert.Equal(p.First with { X = 0, Y = 0 }, p.Second with { X = 0, Y = 0 }));

        static PoseFrame WithShoulders(PoseFrame frame)
        {
            var landmarks = frame.Landmarks.ToArray();
            (landmarks[11], landmarks[12]) = (new Landmark(420, 160, 0, 1), new Landmark(300, 320, 0, 1)); // 120 beside, 160 below: 200 apart
            return new PoseFrame(frame.Time, frame.Layout, landmarks);
        }
    }

    [Fact]
    public void Jitter_NoBody_TakesAFifthOfThePicture()
    {
        var clip = SyntheticPoses.Person(frames: 200, layout: SkeletonLayout.Parse("left21"));
        var changed = clip.Apply("jitter=0.1");

        var moves = clip.AllLandmarks().Zip(changed.AllLandmarks()).Where(p => p.First.IsPresent).Select(p => (double)p.Second.X - p.First.X).ToList();
        Assert.Equal(0.1 * 0.2 * SyntheticPoses.Width, Math.Sqrt(moves.Average(m => m * m)), 0.5);
    }

    [Theory]
    [InlineData("occlude-left=0.3", 30, "left")]
    [InlineData("occlude-right=0.25", 25, "right")]
    [InlineData("occlude-hands=0.3", 30, "left", "right")]
    [InlineData("occlude-body=0.1", 10, "body", "face", "left", "right")]
    [InlineData("occlude-left=1", 100, "left")]
    public void Occlude_ShareOfTheClip_HidesOneRunOfFrames(string condition, int length, params string[] parts)
    {
        var clip = _clip with { Frames = [.. _clip.Frames.Where(f => f.Part("left")[0].IsPresent && f.Part("right")[0].IsPresent).Take(50)] };
        clip = clip with { Frames = [.. clip.Frames, .. clip.Frames] };
        var changed = clip.Apply(condition);

        var hidden = changed.Frames.Select((f, i) => (f, i)).Where(f => !f.f.Part(parts[0])[0].IsPresent).Select(f => f.i).ToList();
        Assert.Equal(length, hidden.Count);
        Assert.Equal(length - 1, hidden[^1] - hidden[0]);
        for (var i = 0; i < 100; i++)
        {
            foreach (var part in clip.Layout.Parts)
            {
                var expected = hidden.Contains(i) && parts.Contains(part.Name) ? [.. Enumerable.Repeat(Landmark.Absent, part.Count)] : clip.Frames[i].Part(part.Name).ToArray();
                Assert.Equal(expected, changed.Frames[i].Part(part.Name).ToArray());
            }
        }
    }

    [Fact]
    public void LoseHands_Share_LosesWholeHandsEachByItself()
    {
        var clip = SyntheticPoses.Person(frames: 2000);
        var changed = clip.Apply("lose-hands=0.3");

        foreach (var part in (string[])["left", "right"])
        {
            var seen = clip.Frames.Zip(changed.Frames).Where(f => f.First.Part(part)[0].IsPresent).ToList();
            Assert.Equal(0.3, seen.Count(f => !f.Second.Part(part)[0].IsPresent) / (double)seen.Count, 0.03);
            Assert.All(seen, f => Assert.Equal(f.Second.Part(part)[0].IsPresent ? 21 : 0, f.Second.Part(part).ToArray().Count(l => l.IsPresent)));
        }

        Assert.Equal(0.09, changed.Frames.Zip(clip.Frames).Count(f => f.Second.Part("left")[0].IsPresent && f.Second.Part("right")[0].IsPresent
            && !f.First.Part("left")[0].IsPresent && !f.First.Part("right")[0].IsPresent) / (0.64 * 2000), 0.02);
        Assert.Equal(clip.Frames.Select(f => f.Part("body")[5]), changed.Frames.Select(f => f.Part("body")[5]));
    }
}
