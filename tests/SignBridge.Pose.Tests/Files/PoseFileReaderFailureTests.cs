using System.Text;
using SignBridge.Pose.Files;
using SignBridge.Testing;

namespace SignBridge.Pose.Tests.Files;

public sealed class PoseFileReaderFailureTests
{
    private const string Remedy = "make it again from the video (signbridge pose).";

    [Fact]
    public void Read_Missing_SaysSo() =>
        Assert.Equal("The pose file 'no/such.pose' does not exist; check the path.", Failure(() => PoseFileReader.Read("no/such.pose")));

    [Fact]
    public void Read_Folder_SaysSo() =>
        Assert.StartsWith($"The pose file '{Repository.Samples}' cannot be opened", Failure(() => PoseFileReader.Read(Repository.Samples)), StringComparison.Ordinal);

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("ab", "ends within its header")]
    [InlineData("This is a text, not a pose.", "is not in the pose format: it does not start with the version 0.1 or 0.2")]
    public void Read_Text_IsRefused(string content, string problem) => AssertRefused(Encoding.UTF8.GetBytes(content), problem);

    [Theory]
    [InlineData(0f, "is of pose-format version 0.0, expected 0.1 or 0.2; convert it")]
    [InlineData(0.3f, "is of pose-format version 0.3, expected 0.1 or 0.2; convert it")]
    [InlineData(float.NaN, "is not in the pose format")]
    [InlineData(-0.2f, "is not in the pose format")]
    public void Read_OtherVersion_IsRefused(float version, string problem) => AssertRefused(b => b.Version = version, problem);

    [Theory]
    [InlineData(0)]
    [InlineData(-25)]
    [InlineData(1e9f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Read_AbsurdRate_IsRefused(float rate) =>
        AssertRefused(b => b.FramesPerSecond = rate, "frames per second: expected 0.1 to 1000");

    [Fact]
    public void Read_NoFrames_IsRefused() => AssertRefused(b => b.Frames = 0, "has no frames");

    [Fact]
    public void Read_NoPeople_IsRefused() => AssertRefused(b => b.People = 0, "has room for no person");

    [Fact]
    public void Read_NoPicture_IsRefused() => AssertRefused(b => b.Width = 0, "has frames of 0x480 pixels");

    [Fact]
    public void Read_NoComponents_IsRefused() => AssertRefused(new PoseFileBuilder().Build(), "declares no points");

    [Fact]
    public void Read_FewerFramesThanDeclared_IsRefused() =>
        AssertRefused(b => b.DeclaredFrames = 3, "was cut off: 3 frames take 144 bytes, but 96 are there");

    [Fact]
    public void Read_FourBillionFrames_IsRefusedBeforeMemoryIsTaken()
    {
        var builder = PoseFileBuilder.Small();
        builder.DeclaredFrames = uint.MaxValue;
        builder.Frames = 1;
        var bytes = builder.Build();
        var before = GC.GetAllocatedBytesForCurrentThread();

        AssertRefused(bytes, "was cut off");

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void Read_BytesAfterTheEnd_IsRefused() =>
        AssertRefused([.. PoseFileBuilder.Small().Build(), 1], "does not end after its 2 frames: expected 96 bytes of coordinates, but 97 are there");

    [Fact]
    public void Read_Version01ThatWasCutOff_IsRefused()
    {
        var builder = PoseFileBuilder.Small();
        builder.Version = 0.1f;

        AssertRefused(builder.Build()[..^48], "was cut off");
    }

    [Fact]
    public void Read_OpenPose_IsRefusedAsAnotherLayout() =>
        AssertRefused(
            new PoseFileBuilder().With("pose_keypoints_2d", "XYC", "Nose", "Neck").With("hand_left_keypoints_2d", "XYC", "BASE").Build(),
            "is of another layout (pose_keypoints_2d of 2 points, hand_left_keypoints_2d of 1 points): expected POSE_LANDMARKS with the points of MediaPipe Holistic");

    [Fact]
    public void Read_MissingHand_IsRefused() =>
        AssertRefused(
            new PoseFileBuilder().With("POSE_LANDMARKS", "XYZC", "NOSE").With("LEFT_HAND_LANDMARKS", "XYZC", "WRIST").Build(),
            "expected RIGHT_HAND_LANDMARKS");

    [Theory]
    [InlineData("YZC")]
    [InlineData("XY")]
    [InlineData("")]
    public void Read_PointsWithoutXYAndConfidence_IsRefused(string format) =>
        AssertRefused(new PoseFileBuilder().With("POSE_LANDMARKS", format, "NOSE").With("WIDE", "XYZC", "a").Build(), "expected POSE_LANDMARKS");

    [Fact]
    public void Read_ForeignPointNames_IsRefused() =>
        AssertRefused(
            new PoseFileBuilder().With("POSE_LANDMARKS", "XYZC", "nose").With("LEFT_HAND_LANDMARKS", "XYZC", "WRIST").Build(),
            "is of another layout (POSE_LANDMARKS of 1 points");

    [Fact]
    public void Read_PointsOfManyValues_IsRefused() =>
        AssertRefused(PoseFileBuilder.Small().With("WIDE", "XYZABCDEFGHC", "a").Build(), "gives its points 12 values");

    [Theory]
    [InlineData(float.NaN, 1, "has x 10, y NaN, z 12 with confidence 1 in frame 1, left point 0: expected at most 1000000 pixels")]
    [InlineData(float.NegativeInfinity, 1, "y -Infinity")]
    [InlineData(3e6f, 1, "y 3000000")]
    [InlineData(11, float.NaN, "with confidence NaN in frame 1")]
    [InlineData(11, 7, "with confidence 7 in frame 1")]
    [InlineData(11, -3, "with confidence -3 in frame 1")]
    public void Read_AbsurdValues_AreRefusedWithTheirPlace(float y, float confidence, string problem) =>
        AssertRefused(
            b =>
            {
                b.Coordinate = (frame, _, point, dimension) => frame == 1 && point == 1 && dimension == 1 ? y : 10 + dimension;
                b.Confidence = (frame, _, point) => frame == 1 && point == 1 ? confidence : 1;
            },
            problem);

    [Fact]
    public void Read_StreamThatBreaks_SaysSo() =>
        Assert.Contains("cannot be read to its end (The line is dead)", Failure(() => PoseFileReader.Read(new BrokenStream(), "x.pose")), StringComparison.Ordinal);

    [Fact]
    public void Read_EveryTruncation_IsRefused()
    {
        var bytes = PoseFileBuilder.Small().Build();
        for (var length = 0; length < bytes.Length; length++)
            AssertRefused(bytes[..length], "The pose file");
    }

    [Fact]
    public void Read_RandomDamage_IsReadOrRefused()
    {
        var random = new Random(4);
        var builder = PoseFileBuilder.Small().With("FACE_LANDMARKS", "XYZC", "0", "1");
        builder.People = 2;
        var whole = builder.Build();
        for (var round = 0; round < 5_000; round++)
        {
            var bytes = (byte[])whole.Clone();
            for (var flips = random.Next(1, 5); flips > 0; flips--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            try
            {
                PoseFileReader.Read(new MemoryStream(bytes), "damaged.pose");
            }
            catch (SignBridgeException e)
            {
                Assert.Equal(FailureKind.Input, e.Kind);
            }
        }
    }

    private static void AssertRefused(Action<PoseFileBuilder> change, string problem)
    {
        var builder = PoseFileBuilder.Small();
        change(builder);
        AssertRefused(builder.Build(), problem);
    }

    private static void AssertRefused(byte[] bytes, string problem)
    {
        var message = Failure(() => PoseFileReader.Read(new MemoryStream(bytes), "bad.pose"));
        Assert.StartsWith("The pose file 'bad.pose' ", message, StringComparison.Ordinal);
        Assert.Contains(problem, message, StringComparison.Ordinal);
        Assert.EndsWith(Remedy, message, StringComparison.Ordinal);
    }

    private static string Failure(Func<object> act)
    {
        var failure = Assert.Throws<SignBridgeException>(act);
        Assert.Equal(FailureKind.Input, failure.Kind);
        return failure.Message;
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override bool CanSeek => false;

        public override void CopyTo(Stream destination, int bufferSize) => throw new IOException("The line is dead.");
    }
}
