using OpenCvSharp;

namespace SignBridge.Video.Tests;

public sealed class FrameSourcesTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_File_ReadsAVideo()
    {
        using var source = FrameSources.Open(_folder.Video("clip.mp4", frames: 1));
        Assert.IsType<VideoFileSource>(source);
    }

    [Fact]
    public void Open_Folder_ReadsItsImages()
    {
        _folder.Image("1.png", Scalar.All(1));
        using var source = FrameSources.Open(_folder.Root, imagesPerSecond: 12);
        Assert.IsType<ImageFolderSource>(source);
        Assert.Equal(12, source.Info.FramesPerSecond);
    }

    [Fact]
    public void Open_Nothing_SaysWhatAnInputCanBe() =>
        Assert.Contains("a video file or a folder of images", FrameReading.MessageOf(() => FrameSources.Open("nope")), StringComparison.Ordinal);
}
