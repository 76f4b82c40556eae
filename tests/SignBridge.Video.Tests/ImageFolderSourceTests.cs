using OpenCvSharp;

namespace SignBridge.Video.Tests;

public sealed class ImageFolderSourceTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Read_NumberedImages_ComeInNaturalOrderAtTheGivenRate()
    {
        foreach (var number in new[] { 10, 9, 1, 100 })
            _folder.Image($"frame{number}.png", Scalar.All(number));
        using var source = new ImageFolderSource(_folder.Root, framesPerSecond: 10);

        Assert.Equal(new VideoInfo(16, 12, 10, 4, IsLive: false), source.Info);
        var frames = await source.ReadAllAsync();
        Assert.Equal([1, 9, 10, 100], frames.Select(f => f.Grey));
        Assert.Equal([0, 0.1, 0.2, 0.3], frames.Select(f => f.Time.TotalSeconds));
        Assert.Equal([0, 1, 2, 3], frames.Select(f => f.Index));
    }

    [Theory]
    [InlineData("a.jpg")]
    [InlineData("a.JPEG")]
    [InlineData("a.png")]
    [InlineData("a.webp")]
    [InlineData("a.bmp")]
    [InlineData("a.tiff")]
    public async Task Read_AnyFormat_Decodes(string name)
    {
        _folder.Image(name, Scalar.All(90));
        using var source = new ImageFolderSource(_folder.Root);
        Assert.Equal(90, Assert.Single(await source.ReadAllAsync()).Grey, 2.0);
    }

    [Fact]
    public async Task Read_AlphaGreyAnd16Bit_BecomeEightBitBgr()
    {
        _folder.Image("1.png", new Scalar(80, 80, 80, 128), type: MatType.CV_8UC4);
        _folder.Image("2.png", Scalar.All(80), type: MatType.CV_8UC1);
        _folder.Image("3.png", Scalar.All(80 * 256), type: MatType.CV_16UC3);
        _folder.Image("4.png", Scalar.All(80 * 256), type: MatType.CV_16UC1);
        using var source = new ImageFolderSource(_folder.Root);
        Assert.Equal([80, 80, 80, 80], (await source.ReadAllAsync()).Select(f => f.Grey)); // ReadAllAsync asserts the type
    }

    [Fact]
    public async Task Read_OtherFilesBesideTheImages_ArePassedOver()
    {
        _folder.Image("1.png", Scalar.All(50));
        _folder.Write("._1.png", "resource fork");
        _folder.Write("notes.txt", "notes");
        Directory.CreateDirectory(_folder.At("0.png"));
        using var source = new ImageFolderSource(_folder.Root);
        Assert.Single(await source.ReadAllAsync());
    }

    [Fact]
    public async Task Read_ImagesOfAnotherSize_AreRefused()
    {
        _folder.Image("1.png", Scalar.All(50));
        _folder.Image("2.png", Scalar.All(50), width: 20);
        using var source = new ImageFolderSource(_folder.Root);
        var failure = await Assert.ThrowsAsync<SignBridgeException>(source.ReadAllAsync);
        Assert.Contains("2.png' is 20x12 but the first image of its folder is 16x12", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_DamagedImage_IsNamed()
    {
        _folder.Image("1.png", Scalar.All(50));
        _folder.Write("2.png", "no image");
        _folder.Write("3.png", "");
        using var source = new ImageFolderSource(_folder.Root);
        var failure = await Assert.ThrowsAsync<SignBridgeException>(source.ReadAllAsync);
        Assert.Contains("2.png' is not an image", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_FirstImageEmpty_IsNamed()
    {
        _folder.Write("1.png", "");
        Assert.Contains("1.png' is not an image", FrameReading.MessageOf(() => new ImageFolderSource(_folder.Root)), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_NoImages_SaysWhatIsExpected()
    {
        _folder.Write("notes.txt", "notes");
        Assert.Contains("holds no images", FrameReading.MessageOf(() => new ImageFolderSource(_folder.Root)), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_NoSuchFolder_SaysSo() =>
        Assert.Contains("does not exist", FrameReading.MessageOf(() => new ImageFolderSource(_folder.At("nope"))), StringComparison.Ordinal);

    [Fact]
    public void Open_FolderThatMayNotBeRead_SaysSo()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "root may read everything");
        var folder = Directory.CreateDirectory(_folder.At("closed")).FullName;
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, UnixFileMode.None);
        Assert.Contains("may not be read", FrameReading.MessageOf(() => new ImageFolderSource(folder)), StringComparison.Ordinal);
        Directory.Delete(folder);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Open_RateThatIsNone_IsRefused(double rate) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImageFolderSource(_folder.Root, rate));

    [Fact]
    public async Task Read_TwiceOrAfterDispose_IsRefused()
    {
        _folder.Image("1.png", Scalar.All(50));
        var source = new ImageFolderSource(_folder.Root);
        var frames = source.ReadAsync(TestContext.Current.CancellationToken);
        Assert.Throws<InvalidOperationException>(() => source.ReadAsync(TestContext.Current.CancellationToken));
        source.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(
            async () => await frames.GetAsyncEnumerator(TestContext.Current.CancellationToken).MoveNextAsync());
    }
}
