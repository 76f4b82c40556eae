using OpenCvSharp;

namespace SignBridge.Video.Tests;

public sealed class JpegStreamTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4096)]
    [InlineData(1 << 20)]
    public async Task Next_ChunksOfAnySize_GivesEveryImage(int chunk)
    {
        byte[][] images = [Jpeg(10, 20), Jpeg(200, 64), Jpeg(64, 300)];
        var stream = new JpegStream(new ChunkedStream([.. images.SelectMany(i => i)], chunk));

        foreach (var image in images)
            Assert.Equal(image, (await stream.NextAsync(TestContext.Current.CancellationToken))!.Value.ToArray());
        Assert.Null(await stream.NextAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Next_HeadersBetweenImages_LeavesThemOut()
    {
        var image = Jpeg(32, 32);
        byte[] part = [.. "--frame\r\nContent-Type: image/jpeg\r\n\r\n"u8, .. image, .. "\r\n"u8];
        var stream = new JpegStream(new ChunkedStream([.. part, .. part], 100));

        Assert.Equal(image, (await stream.NextAsync(TestContext.Current.CancellationToken))!.Value.ToArray());
        Assert.Equal(image, (await stream.NextAsync(TestContext.Current.CancellationToken))!.Value.ToArray());
    }

    [Fact]
    public void TryFindImage_ThumbnailInside_TakesTheWholeImage()
    {
        var (image, thumbnail) = (Jpeg(64, 64), Jpeg(8, 8));
        byte[] segment = [0xFF, 0xE1, (byte)((thumbnail.Length + 2) >> 8), (byte)(thumbnail.Length + 2), .. thumbnail];
        byte[] whole = [.. image[..2], .. segment, .. image[2..]];

        Assert.True(JpegStream.TryFindImage(whole, out var range));
        Assert.Equal(..whole.Length, range);
    }

    [Fact]
    public void TryFindImage_CutOff_WaitsForTheRest()
    {
        var image = Jpeg(64, 64);

        Assert.All(Enumerable.Range(0, image.Length), length => Assert.False(JpegStream.TryFindImage(image.AsSpan(0, length), out _)));
    }

    [Fact]
    public async Task Next_SixteenMegabytesWithoutAnImage_IsRefused()
    {
        byte[] endless = [0xFF, 0xD8, 0xFF, 0xDA, 0, 2, .. new byte[1 << 24]];

        await Assert.ThrowsAsync<InvalidDataException>(async () => await new JpegStream(new MemoryStream(endless)).NextAsync(TestContext.Current.CancellationToken));
    }

    private static byte[] Jpeg(int width, int height)
    {
        using var image = new Mat(height, width, MatType.CV_8UC3);
        Cv2.Randu(image, Scalar.All(0), Scalar.All(255));
        return image.ImEncode(".jpg");
    }
}
