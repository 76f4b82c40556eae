using SignBridge.Evaluation.Datasets;
using SignBridge.Pose.Files;
using SignBridge.Testing;

namespace SignBridge.Evaluation.Tests.Datasets;

public sealed class SamplePosesTests : IDisposable
{
    private readonly DatasetFolder _folder = new();
    private readonly SamplePoses _poses = new();
    private readonly List<Notice> _notices = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Read_LongLandmarks_BecomePixelsOfA3To4Frame()
    {
        await KaggleFile.WriteLongAsync(_folder["a.parquet"], [20, 21, 24], (frame, type, i) => type == "right_hand" ? null : (frame / 100.0, i / 100.0, 0.5));

        var poses = _poses.Read(new SampleMedia(_folder["a.parquet"]), _notices);

        Assert.Equal((SkeletonLayout.HolisticWithoutFace, 900, 1200, 30.0, "mediapipe-holistic"), (poses.Layout, poses.Width, poses.Height, poses.FramesPerSecond, poses.Extractor));
        Assert.Equal([0, 33, 133], poses.Frames.Select(f => Math.Round(f.Time.TotalMilliseconds)));
        Assert.Equal(new Landmark(0.24f * 900, 0.07f * 1200, 450, 1), poses.Frames[2].Part("body")[7]);
        Assert.Equal(new Landmark(0.2f * 900, 0.2f * 1200, 450, 1), poses.Frames[0].Part("left")[20]);
        Assert.All(poses.Frames, f => Assert.DoesNotContain(f.Part("right").ToArray(), l => l.IsPresent));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public async Task Read_LandmarkThatIsNoNumber_IsAbsent(double value)
    {
        await KaggleFile.WriteLongAsync(_folder["a.parquet"], [0], (_, type, i) => (type, i) == ("pose", 11) ? (value, 0.5, 0) : (0.5, 0.5, value));

        var body = _poses.Read(new SampleMedia(_folder["a.parquet"]), _notices).Frames[0].Part("body");

        Assert.False(body[11].IsPresent);
        Assert.Equal(new Landmark(450, 600, 0, 1), body[12]);
    }

    [Fact]
    public async Task Read_WideLandmarks_TakesOneSequenceOfMany()
    {
        await KaggleFile.WriteWideAsync(
            _folder["a.parquet"],
            [[(7, 0), (7, 1), (8, 0)], [(8, 1), (8, 2), (9, 0)]],
            (sequence, frame, axis, type, i) => type == "left_hand" ? float.NaN : sequence / 10f + frame / 100f + (axis == 'x' ? i / 1000f : 0));

        var poses = _poses.Read(new SampleMedia(_folder["a.parquet"]) { Sequence = "8" }, _notices);

        Assert.Equal([0, 33, 67], poses.Frames.Select(f => Math.Round(f.Time.TotalMilliseconds)));
        for (var frame = 0; frame < 3; frame++)
        {
            Assert.Equal((0.8f + frame / 100f + 0.02f) * 900, poses.Frames[frame].Part("right")[20].X, 0.001);
            Assert.Equal((0.8f + frame / 100f) * 1200, poses.Frames[frame].Part("right")[20].Y, 0.001);
            Assert.False(poses.Frames[frame].Part("left")[0].IsPresent);
        }

        Assert.Single(_poses.Read(new SampleMedia(_folder["a.parquet"]) { Sequence = "9" }, _notices).Frames);
    }

    [Fact]
    public async Task Read_FileThatCannotBeUsed_IsRefusedInOneSentence()
    {
        await KaggleFile.WriteLongAsync(_folder["long.parquet"], [0], (_, _, _) => (0.5, 0.5, 0));
        await KaggleFile.WriteWideAsync(_folder["wide.parquet"], [[(7, 0)]], (_, _, _, _, _) => 0.5f);
        _folder.Write("broken.parquet", "PAR1 this is not one");
        await KaggleFile.WriteLongAsync(_folder["empty.parquet"], [], (_, _, _) => null);

        Assert.Contains("does not exist", Refusal("gone.parquet"), StringComparison.Ordinal);
        Assert.Contains("cannot be read as a Parquet file", Refusal("broken.parquet"), StringComparison.Ordinal);
        Assert.Contains("has not the columns of landmarks", Refusal("long.parquet", "7"), StringComparison.Ordinal);
        Assert.Contains("has not the columns of landmarks", Refusal("wide.parquet"), StringComparison.Ordinal);
        Assert.Contains("has no sequence 8", Refusal("wide.parquet", "8"), StringComparison.Ordinal);
        Assert.Contains("has no frames", Refusal("empty.parquet"), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_PoseFileWithStartAndEnd_IsCutAndBeginsWithZero()
    {
        var file = Path.Combine(Repository.Samples, "who-cry.pose");
        var whole = PoseFileReader.Read(file);

        var poses = _poses.Read(new SampleMedia(file) { Start = TimeSpan.FromSeconds(1), End = TimeSpan.FromSeconds(2) }, _notices);

        Assert.Equal(30, poses.Frames.Count);
        Assert.Equal(TimeSpan.Zero, poses.Frames[0].Time);
        Assert.True(poses.Frames[0].Landmarks.SequenceEqual(whole.Frames[30].Landmarks));
        Assert.Equal(whole.Frames.Count, _poses.Read(new SampleMedia(file), _notices).Frames.Count);
    }

    [Fact]
    public void Read_StartBehindTheEndOfThePoses_IsRefused()
    {
        var media = new SampleMedia(Path.Combine(Repository.Samples, "who-cry.pose")) { Start = TimeSpan.FromSeconds(60) };

        Assert.Contains("has no poses from 60 to 3.367 s", Assert.Throws<SignBridgeException>(() => _poses.Read(media, _notices)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.pose", true)]
    [InlineData("a.PARQUET", true)]
    [InlineData("a.mp4", false)]
    public void AreIn_TellsPosesFromVideos(string file, bool expected) => Assert.Equal(expected, SamplePoses.AreIn(new SampleMedia(file)));

    private string Refusal(string name, string? sequence = null)
    {
        var failure = Assert.Throws<SignBridgeException>(() => _poses.Read(new SampleMedia(_folder[name]) { Sequence = sequence }, _notices));
        Assert.Equal(FailureKind.Input, failure.Kind);
        Assert.Contains($"'{_folder[name]}'", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
        return failure.Message;
    }
}
