using System.Diagnostics;
using OpenCvSharp;

namespace SignBridge.Video.Tests;

public sealed class VideoFileWriterTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(15)]
    [InlineData(29.97)]
    [InlineData(23.976)]
    [InlineData(60)]
    public async Task Complete_Frames_CanBeReadBackAtTheirRate(double rate)
    {
        using var source = new VideoFileSource(_folder.Video("out.mp4", frames: 12, rate));
        Assert.Equal(rate, source.Info.FramesPerSecond, 1e-2);
        Assert.Equal(Enumerable.Range(0, 12).Select(TestFolder.Grey), (await source.ReadAllAsync()).Select(f => (int)Math.Round(f.Grey)), new About(4));
    }

    [Fact]
    public void Complete_OddSize_LosesTheLastColumnAndRow()
    {
        using var source = new VideoFileSource(_folder.Video("out.mp4", frames: 2, width: 65, height: 49));
        Assert.Equal((64, 48), (source.Info.Width, source.Info.Height));
    }

    [Fact]
    public void Complete_Whole_LeavesNothingElseInTheFolder()
    {
        _folder.Video("out.mp4", frames: 2);
        Assert.Equal(["out.mp4"], Directory.EnumerateFileSystemEntries(_folder.Root).Select(Path.GetFileName));
    }

    [Fact]
    public void Dispose_WithoutComplete_LeavesNothing()
    {
        using (var writer = new VideoFileWriter(_folder.At("out.mp4"), 64, 48, 30))
        using (var image = new Mat(48, 64, MatType.CV_8UC3, Scalar.Black))
            writer.Write(image);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Root));
    }

    [Fact]
    public void Begin_ExistingFile_IsRefusedUnlessItMayBeReplaced()
    {
        var path = _folder.Write("out.mp4", "precious");
        Assert.Contains("exists already", Refusal(path), StringComparison.Ordinal);
        Assert.Equal("precious", File.ReadAllText(path));

        using (var writer = new VideoFileWriter(path, 64, 48, 30, overwrite: true))
        using (var image = new Mat(48, 64, MatType.CV_8UC3, Scalar.Black))
        {
            writer.Write(image);
            Assert.Equal("precious", File.ReadAllText(path));
            writer.Complete();
        }

        using var source = new VideoFileSource(path);
        Assert.Equal(1, source.Info.FrameCount);
    }

    [Fact]
    public void Complete_FileThatAppearedMeanwhile_IsKept()
    {
        using var writer = new VideoFileWriter(_folder.At("out.mp4"), 64, 48, 30);
        using var image = new Mat(48, 64, MatType.CV_8UC3, Scalar.Black);
        writer.Write(image);
        _folder.Write("out.mp4", "precious");
        FrameReading.MessageOf(writer.Complete, FailureKind.Output);
        Assert.Equal("precious", File.ReadAllText(_folder.At("out.mp4")));
        Assert.Single(Directory.EnumerateFileSystemEntries(_folder.Root));
    }

    [Fact]
    public void Begin_OtherEnding_IsRefused() => Assert.Contains("end in .mp4", Refusal(_folder.At("out.webm")), StringComparison.Ordinal);

    [Fact]
    public void Begin_FolderOfThatName_IsRefused()
    {
        Directory.CreateDirectory(_folder.At("out.mp4"));
        Assert.Contains("is a folder", Refusal(_folder.At("out.mp4")), StringComparison.Ordinal);
    }

    [Fact]
    public void Begin_NoSuchFolder_IsRefused() => Assert.Contains("does not exist", Refusal(_folder.At("nope", "out.mp4")), StringComparison.Ordinal);

    [Fact]
    public void Begin_FolderThatCannotBeWritten_IsRefused()
    {
        Assert.SkipUnless(Directory.Exists("/proc/self"), "needs a folder that takes no files");
        Assert.Contains("cannot be written", Refusal("/proc/self/out.mp4"), StringComparison.Ordinal);
    }

    [Fact]
    public void Begin_FramesBeyondTheCodec_AreRefused() => Assert.Contains(
        "9000x64", FrameReading.MessageOf(() => new VideoFileWriter(_folder.At("out.mp4"), 9000, 64, 30), FailureKind.Output), StringComparison.Ordinal);

    [Theory]
    [InlineData(64, 50)]
    [InlineData(60, 48)]
    public void Write_OtherSize_IsRefused(int width, int height)
    {
        using var writer = new VideoFileWriter(_folder.At("out.mp4"), 64, 48, 30);
        using var image = new Mat(height, width, MatType.CV_8UC3, Scalar.Black);
        Assert.Throws<ArgumentException>(() => writer.Write(image));
    }

    [Fact]
    public void Complete_WithoutFramesOrTwice_IsRefused()
    {
        using var writer = new VideoFileWriter(_folder.At("out.mp4"), 64, 48, 30);
        Assert.Throws<InvalidOperationException>(writer.Complete);
        using var image = new Mat(48, 64, MatType.CV_8UC3, Scalar.Black);
        writer.Write(image);
        writer.Complete();
        Assert.Throws<ObjectDisposedException>(writer.Complete);
        Assert.Throws<ObjectDisposedException>(() => writer.Write(image));
    }

    [Fact]
    public void IsWhole_CutOrShortFile_IsNot()
    {
        var path = _folder.Video("out.mp4", frames: 10);
        Assert.True(VideoFileWriter.IsWhole(path, 10));
        Assert.False(VideoFileWriter.IsWhole(path, 11));
        Assert.False(VideoFileWriter.IsWhole(_folder.Cut(path, "cut.mp4", 0.9), 10));
    }

    [Fact]
    public void Complete_DiskFull_SaysSoAndLeavesNothing()
    {
        var disk = Directory.CreateDirectory(_folder.At("disk")).FullName;
        Assert.SkipUnless(OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk), "may not mount a small disk here");
        try
        {
            using var writer = new VideoFileWriter(Path.Combine(disk, "out.mp4"), 320, 240, 30);
            using var image = new Mat(240, 320, MatType.CV_8UC3);
            var noise = new RNG(1);
            for (var i = 0; i < 20; i++)
            {
                noise.Fill(image, DistributionType.Uniform, Scalar.All(0), Scalar.All(255));
                writer.Write(image);
            }

            Assert.Contains("disk is full", FrameReading.MessageOf(writer.Complete, FailureKind.Output), StringComparison.Ordinal);
            Assert.Empty(Directory.EnumerateFileSystemEntries(disk));
        }
        finally
        {
            Run("umount", disk);
        }
    }

    private static string Refusal(string path) =>
        FrameReading.MessageOf(() => new VideoFileWriter(path, 64, 48, 30).Dispose(), FailureKind.Output);

    private static bool Run(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private sealed class About(int tolerance) : IEqualityComparer<int>
    {
        public bool Equals(int x, int y) => Math.Abs(x - y) <= tolerance;

        public int GetHashCode(int value) => 0;
    }
}
