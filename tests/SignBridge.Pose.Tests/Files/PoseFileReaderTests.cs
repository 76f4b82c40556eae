using System.IO.Compression;
using SignBridge.Pose.Files;
using SignBridge.Testing;

namespace SignBridge.Pose.Tests.Files;

public sealed class PoseFileReaderTests
{
    [Fact]
    public void Read_Sample_GivesWhatNumpyReads()
    {
        var sequence = PoseFileReader.Read(Path.Combine(Repository.Samples, "where-dog.pose"));

        Assert.Equal(SkeletonLayout.Holistic, sequence.Layout);
        Assert.Equal((960, 720, 30.0, 89), (sequence.Width, sequence.Height, sequence.FramesPerSecond, sequence.Frames.Count));
        Assert.Equal("mediapipe-holistic", sequence.Extractor);
        Assert.Equal(new Landmark(484.80658f, 266.85547f, -700.2345f, 0.99836785f), sequence.Frames[10].Part("body")[0]);
        Assert.Equal(new Landmark(418.8195f, 447.47525f, -44.38583f, 1), sequence.Frames[40].Part("right")[8]);
        Assert.Equal(new Landmark(506.20972f, 266.8656f, 4.364382f, 1), sequence.Frames[88].Part("face")[467]);
        Assert.Equal((3, 63), (Seen(sequence, "left"), Seen(sequence, "right")));
    }

    [Fact]
    public void Read_Frames_AreTimedByTheRate()
    {
        var sequence = Read(PoseFileBuilder.Small());

        Assert.Equal([TimeSpan.Zero, TimeSpan.FromMilliseconds(40)], sequence.Frames.Select(f => f.Time));
        Assert.Equal(TimeSpan.FromMilliseconds(80), sequence.Duration);
    }

    [Fact]
    public void Read_OtherOrderAndUnknownComponents_GivesTheCanonicalLayout()
    {
        var sequence = Read(new PoseFileBuilder()
            .With("RIGHT_HAND_LANDMARKS", "XYZC", "PINKY_TIP", "WRIST")
            .With("POSE_WORLD_LANDMARKS", "XYZC", "NOSE")
            .With("LEFT_HAND_LANDMARKS", "XYZC", "WRIST")
            .With("SOMETHING", "XYC", "a", "b")
            .With("POSE_LANDMARKS", "XYZC", "RIGHT_FOOT_INDEX", "NOSE"));

        var frame = sequence.Frames[1];
        Assert.Equal(SkeletonLayout.HolisticWithoutFace, sequence.Layout);
        Assert.Equal(new Landmark(1070, 1071, 1072, 1), frame.Part("body")[0]);
        Assert.Equal(new Landmark(1060, 1061, 1062, 1), frame.Part("body")[32]);
        Assert.Equal(new Landmark(1030, 1031, 1032, 1), frame.Part("left")[0]);
        Assert.Equal(new Landmark(1010, 1011, 1012, 1), frame.Part("right")[0]);
        Assert.Equal(new Landmark(1000, 1001, 1002, 1), frame.Part("right")[20]);
        Assert.False(frame.Part("body")[11].IsPresent);
    }

    [Fact]
    public void Read_FaceOfOtherPoints_KeepsThoseOfTheMesh()
    {
        var sequence = Read(PoseFileBuilder.Small().With("FACE_LANDMARKS", "XYZC", "467", "477", "0"));

        var face = sequence.Frames[0].Part("face").ToArray();
        Assert.Equal(SkeletonLayout.Holistic, sequence.Layout);
        Assert.Equal((30f, 50f), (face[467].X, face[0].X));
        Assert.Equal(2, face.Count(l => l.IsPresent));
    }

    [Theory]
    [InlineData("XYC", 10, 11, 0)]
    [InlineData("XYZKC", 10, 11, 12)]
    [InlineData("ZXYC", 11, 12, 10)]
    public void Read_OtherDimensions_FindsThemByLetter(string format, float x, float y, float z)
    {
        var sequence = Read(new PoseFileBuilder()
            .With("POSE_LANDMARKS", format, "NOSE").With("LEFT_HAND_LANDMARKS", format, "WRIST").With("RIGHT_HAND_LANDMARKS", format, "WRIST"));

        Assert.Equal(new Landmark(x, y, z, 1), sequence.Frames[0].Part("left")[0]);
    }

    [Fact]
    public void Read_ConfidenceZero_IsAbsentWhateverTheCoordinates()
    {
        var builder = PoseFileBuilder.Small();
        builder.Confidence = (_, _, point) => point == 1 ? 0 : 0.5f;
        builder.Coordinate = (_, _, point, _) => point == 1 ? float.NaN : 7;

        var frame = Read(builder).Frames[0];

        Assert.Equal(new Landmark(7, 7, 7, 0.5f), frame.Part("body")[0]);
        Assert.Equal(Landmark.Absent, frame.Part("left")[0]);
    }

    [Theory]
    [InlineData(1.02f, 1f, true)]
    [InlineData(-0.02f, 0f, false)]
    public void Read_ConfidenceOvershotByInterpolation_IsCut(float stored, float expected, bool present)
    {
        var builder = PoseFileBuilder.Small();
        builder.Confidence = (_, _, _) => stored;

        var nose = Read(builder).Frames[0].Part("body")[0];

        Assert.Equal((expected, present), (nose.Confidence, nose.IsPresent));
    }

    [Fact]
    public void Read_SeveralPeople_TakesTheSurestBodyAndSaysSo()
    {
        var builder = PoseFileBuilder.Small();
        builder.People = 3;
        builder.Confidence = (frame, person, point) => point == 0 ? (person == 1 ? 0.6f : frame * 0.9f) : 1;
        List<Notice> notices = [];

        var sequence = PoseFileReader.Read(new MemoryStream(builder.Build()), "crowd.pose", notices);

        Assert.Equal([new Landmark(100, 101, 102, 0.6f), new Landmark(1100, 1101, 1102, 0.6f)], sequence.Frames.Select(f => f.Part("body")[0]));
        Assert.Equal("several-people", Assert.Single(notices).Code);
    }

    [Fact]
    public void Read_OnePerson_GivesNoNotice()
    {
        List<Notice> notices = [];

        PoseFileReader.Read(new MemoryStream(PoseFileBuilder.Small().Build()), "one.pose", notices);

        Assert.Empty(notices);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(65_538)]
    public void Read_Version01_CountsFramesBeyondItsSixteenBits(int frames)
    {
        var builder = PoseFileBuilder.Small();
        builder.Version = 0.1f;
        builder.Frames = frames;
        builder.Coordinate = (frame, _, point, _) => frame + point;

        var sequence = Read(builder);

        Assert.Equal((25.0, frames), (sequence.FramesPerSecond, sequence.Frames.Count));
        Assert.Equal(frames + 1, sequence.Frames[^1].Part("right")[0].X);
    }

    [Fact]
    public void Read_StreamThatCannotSeek_GivesTheSame()
    {
        var bytes = PoseFileBuilder.Small().Build();
        using var compressed = new MemoryStream();
        using (var zip = new DeflateStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
            zip.Write(bytes);
        compressed.Position = 0;
        using var unzip = new DeflateStream(compressed, CompressionMode.Decompress);

        var sequence = PoseFileReader.Read(unzip, "stream");

        Assert.Equal(1020, sequence.Frames[1].Part("right")[0].X);
    }

    [Fact]
    public void Read_StreamFromItsPosition_LeavesWhatIsBeforeIt()
    {
        using var stream = new MemoryStream([1, 2, 3, .. PoseFileBuilder.Small().Build()]) { Position = 3 };

        Assert.Equal(2, PoseFileReader.Read(stream, "stream").Frames.Count);
    }

    private static PoseSequence Read(PoseFileBuilder builder) => PoseFileReader.Read(new MemoryStream(builder.Build()), "test.pose");

    private static int Seen(PoseSequence sequence, string part) => sequence.Frames.Count(f => f.Part(part)[0].IsPresent);
}
