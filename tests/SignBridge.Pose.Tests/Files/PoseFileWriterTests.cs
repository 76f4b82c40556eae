using SignBridge.Pose.Files;
using SignBridge.Testing;

namespace SignBridge.Pose.Tests.Files;

public sealed class PoseFileWriterTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("signbridge-pose-");

    public static TheoryData<string> Samples => [.. Directory.GetFiles(Repository.Samples, "*.pose").Select(p => Path.GetFileName(p)!).Order(StringComparer.Ordinal)];

    private string Target => Path.Combine(_folder.FullName, "out.pose");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Samples))]
    public void Write_WhatWasReadFromTheLibrarysFile_GivesItsBytes(string sample)
    {
        var original = Path.Combine(Repository.Samples, sample);

        PoseFileWriter.Write(Target, PoseFileReader.Read(original));

        Assert.True(File.ReadAllBytes(original).AsSpan().SequenceEqual(File.ReadAllBytes(Target)));
    }

    [Fact]
    public void Write_RealClips_ReadBackAsTheyWere()
    {
        Assert.SkipWhen(ExternalData.GoldenPose is null, ExternalData.Reason);
        foreach (var golden in Directory.GetFiles(ExternalData.GoldenPose, "*.pose"))
        {
            var sequence = PoseFileReader.Read(golden);
            PoseFileWriter.Write(Target, sequence, overwrite: true);
            AssertEqual(sequence, PoseFileReader.Read(Target));
        }
    }

    [Fact]
    public void Write_WithoutFace_ReadsBackWithoutFace()
    {
        var sequence = Sequence();

        PoseFileWriter.Write(Target, sequence);

        AssertEqual(sequence, PoseFileReader.Read(Target));
    }

    [Fact]
    public void Write_AbsentLandmarkWithConfidence_StaysAbsent()
    {
        var landmarks = new Landmark[75];
        Array.Fill(landmarks, new Landmark(float.NaN, 1, 1, 1));
        var sequence = Sequence() with { Frames = [new PoseFrame(TimeSpan.Zero, SkeletonLayout.HolisticWithoutFace, landmarks)] };

        PoseFileWriter.Write(Target, sequence);

        Assert.All(PoseFileReader.Read(Target).Frames[0].Landmarks.ToArray(), l => Assert.False(l.IsPresent));
    }

    [Fact]
    public void Write_ExistingFile_IsKept()
    {
        File.WriteAllText(Target, "precious");

        AssertRefused(() => PoseFileWriter.Write(Target, Sequence()), $"The pose file '{Target}' exists already");

        Assert.Equal("precious", File.ReadAllText(Target));
    }

    [Fact]
    public void Write_ExistingFileWhenAskedTo_IsReplaced()
    {
        File.WriteAllText(Target, "old");

        PoseFileWriter.Write(Target, Sequence(), overwrite: true);

        Assert.Equal(2, PoseFileReader.Read(Target).Frames.Count);
        Assert.Single(_folder.GetFiles());
    }

    [Fact]
    public void Write_MissingFolder_SaysSo() =>
        AssertRefused(() => PoseFileWriter.Write(Path.Combine(_folder.FullName, "no", "out.pose"), Sequence()), "cannot be written");

    [Fact]
    public void Write_OverAFolder_LeavesNothingBehind()
    {
        var folder = _folder.CreateSubdirectory("out.pose");

        AssertRefused(() => PoseFileWriter.Write(folder.FullName, Sequence(), overwrite: true), "cannot be written");

        Assert.Empty(_folder.GetFiles());
    }

    [Fact]
    public void Write_FramesThatFailHalfway_LeavesTheOldFile()
    {
        File.WriteAllText(Target, "precious");
        var sequence = Sequence() with { Frames = new FailingFrames() };

        Assert.Throws<InvalidOperationException>(() => PoseFileWriter.Write(Target, sequence, overwrite: true));

        Assert.Equal("precious", File.ReadAllText(Target));
        Assert.Single(_folder.GetFiles());
    }

    [Fact]
    public void Write_FullDisk_SaysSo()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "needs /dev/full");
        using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.None, bufferSize: 0);

        AssertRefused(() => PoseFileWriter.Write(full, Sequence(), "out.pose"), "The pose file 'out.pose' cannot be written (No space left on device");
    }

    [Fact]
    public void Write_OtherLayout_IsRefused()
    {
        var layout = SkeletonLayout.Parse("body17");
        var sequence = Sequence() with { Layout = layout, Frames = [PoseFrame.Empty(TimeSpan.Zero, layout)] };

        AssertRefused(() => PoseFileWriter.Write(Target, sequence), "cannot hold poses of the layout body17");
    }

    [Theory]
    [InlineData(0, 480)]
    [InlineData(640, 70_000)]
    public void Write_PictureBeyondTheFormat_IsRefused(int width, int height) =>
        AssertRefused(() => PoseFileWriter.Write(Target, Sequence() with { Width = width, Height = height }), $"{width}x{height} frames");

    [Theory]
    [InlineData(0)]
    [InlineData(double.NaN)]
    [InlineData(1e6)]
    public void Write_AbsurdRate_IsRefused(double rate) =>
        AssertRefused(() => PoseFileWriter.Write(Target, Sequence() with { FramesPerSecond = rate }), "frames per second");

    [Fact]
    public void Write_NoFrames_IsRefused() =>
        AssertRefused(() => PoseFileWriter.Write(Target, Sequence() with { Frames = [] }), "would have no frames");

    private static PoseSequence Sequence()
    {
        var layout = SkeletonLayout.HolisticWithoutFace;
        var landmarks = Enumerable.Range(0, layout.Count).Select(i => i % 7 == 0 ? Landmark.Absent : new Landmark(i, -i, i * 0.5f, 0.25f));
        return new PoseSequence(
            layout, 640, 480, 25, [new PoseFrame(TimeSpan.Zero, layout, [.. landmarks]), PoseFrame.Empty(TimeSpan.FromMilliseconds(40), layout)], "mediapipe-holistic");
    }

    private static void AssertEqual(PoseSequence expected, PoseSequence actual)
    {
        Assert.Equal(
            (expected.Layout, expected.Width, expected.Height, expected.FramesPerSecond, expected.Extractor),
            (actual.Layout, actual.Width, actual.Height, actual.FramesPerSecond, actual.Extractor));
        Assert.Equal(expected.Frames.Select(f => f.Time), actual.Frames.Select(f => f.Time));
        Assert.Equal(expected.Frames.SelectMany(f => f.Landmarks.ToArray()), actual.Frames.SelectMany(f => f.Landmarks.ToArray()));
    }

    private void AssertRefused(Action act, string problem)
    {
        var failure = Assert.Throws<SignBridgeException>(act);
        Assert.Equal(FailureKind.Output, failure.Kind);
        Assert.Contains(problem, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_folder.GetFiles(), f => f.Extension == ".tmp");
    }

    private sealed class FailingFrames : IReadOnlyList<PoseFrame>
    {
        public int Count => 2;

        public PoseFrame this[int index] => throw new InvalidOperationException();

        public IEnumerator<PoseFrame> GetEnumerator()
        {
            yield return PoseFrame.Empty(TimeSpan.Zero, SkeletonLayout.HolisticWithoutFace);
            throw new InvalidOperationException("The video broke.");
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
