using System.Buffers.Binary;
using OpenCvSharp;
using SignBridge.Testing;

namespace SignBridge.Video.Tests;

public sealed class VideoFileSourceTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Read_ConstantRate_GivesEveryFrameAtItsExactTime()
    {
        using var source = new VideoFileSource(_folder.Video("clip.mp4", frames: 20, rate: 30));

        Assert.Equal(new VideoInfo(64, 48, 30, 20, IsLive: false), source.Info);
        var frames = await source.ReadAllAsync();

        Assert.Equal(20, frames.Count);
        for (var i = 0; i < frames.Count; i++)
        {
            Assert.Equal(i, frames[i].Index);
            Assert.Equal(i / 30.0, frames[i].Time.TotalSeconds, 1e-6);
            Assert.Equal(TestFolder.Grey(i), frames[i].Grey, 4.0);
        }

        Assert.Empty(source.Notices);
    }

    [Fact]
    public void Open_LargerFramesThanTheCallerTakes_IsRefused()
    {
        var path = _folder.Video("clip.mp4", frames: 2, rate: 30);

        var failure = Assert.Throws<SignBridgeException>(() => new VideoFileSource(path, mostPixels: (64 * 48) - 1));
        Assert.Equal((FailureKind.Input, $"'{path}' has frames of 64x48, expected at most 3071 pixels: scale the video down."), (failure.Kind, failure.Message));
        new VideoFileSource(path, mostPixels: 64 * 48).Dispose();
    }

    [Fact]
    public async Task Read_VariableRate_KeepsTheTimesOfTheContainer()
    {
        using var source = new VideoFileSource(TestFolder.Fixture("variable-rate.mp4"));
        var times = (await source.ReadAllAsync()).Select(f => f.Time.TotalMilliseconds).ToList();

        var expected = Enumerable.Range(0, 60).Where(n => n % 5 == 0 || n % 7 == 0).Select(n => n * 1000 / 30.0).ToList();
        Assert.Equal(expected.Count, times.Count);
        Assert.All(expected.Zip(times), pair => Assert.InRange(pair.Second, pair.First - 1, pair.First + 1));
    }

    [Theory]
    [InlineData("ntsc.mkv")]
    [InlineData("ntsc.webm")]
    [InlineData("ntsc.avi")]
    public async Task Read_NtscRateInAnyContainer_GivesExactTimes(string name)
    {
        using var source = new VideoFileSource(TestFolder.Fixture(name));
        var frames = await source.ReadAllAsync();

        Assert.Equal(30, frames.Count);
        Assert.Equal(Enumerable.Range(0, 30).Select(n => n * 1001 / 30000.0), frames.Select(f => f.Time.TotalSeconds), new Near(1e-5));
        Assert.Empty(source.Notices);
    }

    [Theory]
    [InlineData(90)]
    [InlineData(180)]
    [InlineData(270)]
    public async Task Read_RotatedPhoneVideo_GivesUprightFrames(int degrees)
    {
        using var source = new VideoFileSource(RotatedVideo(degrees));
        var size = degrees == 180 ? (64, 48) : (48, 64);
        Assert.Equal(size, (source.Info.Width, source.Info.Height));

        var brightEdges = new List<string>();
        await foreach (var frame in source.ReadAsync(TestContext.Current.CancellationToken))
        {
            using (frame)
            {
                Assert.Equal(size, (frame.Image.Width, frame.Image.Height));
                brightEdges.Add(BrightEdge(frame.Image));
            }
        }

        // The stored image is bright at the left; turned clockwise, left becomes top, then right, then bottom.
        var expected = degrees switch { 90 => "top", 180 => "right", _ => "bottom" };
        Assert.Equal([expected, expected, expected], brightEdges);
    }

    [Theory]
    [InlineData(32, 32)]
    [InlineData(360, 640)]
    [InlineData(3840, 2160)]
    public async Task Read_UnusualSize_GivesFramesOfThatSize(int width, int height)
    {
        using var source = new VideoFileSource(_folder.Video("clip.mp4", frames: 2, width: width, height: height));
        var frames = await source.ReadAllAsync();

        Assert.Equal([(width, height), (width, height)], frames.Select(f => (f.Width, f.Height)));
    }

    [Fact]
    public async Task Read_TinyVideo_GivesItsFrames()
    {
        using var source = new VideoFileSource(TestFolder.Fixture("tiny.mp4"));
        var frames = await source.ReadAllAsync();
        Assert.Equal(6, frames.Count);
        Assert.All(frames, f => Assert.Equal((16, 16), (f.Width, f.Height)));
    }

    [Fact]
    public void Open_Mpeg4TooSmallForItsDecoder_SaysSo()
    {
        var path = _folder.Video("tiny.mp4", frames: 2, width: 16, height: 16);
        Assert.Contains("gave no frame", FrameReading.MessageOf(() => new VideoFileSource(path)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_FirstFrameDamaged_BeginsBehindIt()
    {
        var bytes = File.ReadAllBytes(TestFolder.Fixture("index-first.mp4"));
        var start = bytes.AsSpan().IndexOf("mdat"u8) + 4;
        bytes.AsSpan(start, (bytes.Length - start) / 8).Fill(0xA5);
        using var source = new VideoFileSource(_folder.Write("damaged.mp4", bytes));
        Assert.InRange((await source.ReadAllAsync()).Count, 30, 59);
        Assert.Equal(VideoFileSource.DamagedVideo, Assert.Single(source.Notices).Code);
    }

    [Fact]
    public async Task Read_OneFrame_GivesIt()
    {
        using var source = new VideoFileSource(_folder.Video("clip.mp4", frames: 1));
        Assert.Equal(TimeSpan.Zero, Assert.Single(await source.ReadAllAsync()).Time);
    }

    [Fact]
    public async Task Read_NameThatLooksLikeAProtocolOrPattern_IsAFile()
    {
        var path = _folder.At("concat:50% é %03d.mp4");
        File.Move(_folder.Video("clip.mp4", frames: 3), path);
        using var source = new VideoFileSource(path);
        Assert.Equal(3, (await source.ReadAllAsync()).Count);
    }

    [Fact]
    public async Task Read_CutByAnEditList_GivesWhatAPlayerShowsWithoutNotice()
    {
        using var source = new VideoFileSource(TestFolder.Fixture("edit-list.mp4"));
        Assert.Equal(45, (await source.ReadAllAsync()).Count);
        Assert.Empty(source.Notices);
    }

    [Theory]
    [InlineData("index-first.mp4", 60)]
    [InlineData("ntsc.mkv", 30)]
    [InlineData("ntsc.webm", 30)]
    [InlineData("ntsc.avi", 30)]
    public async Task Read_CutInTheMiddle_GivesWhatIsThereAndANotice(string fixture, int whole)
    {
        using var source = new VideoFileSource(_folder.Cut(TestFolder.Fixture(fixture), fixture, 0.7));
        var frames = await source.ReadAllAsync();

        Assert.InRange(frames.Count, 1, whole - 1);
        var notice = Assert.Single(source.Notices);
        Assert.Equal(VideoFileSource.TruncatedVideo, notice.Code);
        Assert.Contains($"{frames.Count} frames", notice.Message, StringComparison.Ordinal);
        Assert.Contains(fixture, notice.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_DamagedInTheMiddle_GoesOnBehindItWithANotice()
    {
        var bytes = File.ReadAllBytes(TestFolder.Fixture("index-first.mp4"));
        bytes.AsSpan((int)(bytes.Length * 0.4), (int)(bytes.Length * 0.2)).Fill(0xA5);
        using var source = new VideoFileSource(_folder.Write("damaged.mp4", bytes));
        var frames = await source.ReadAllAsync();

        Assert.InRange(frames.Count, 30, 59);
        Assert.InRange(frames[^1].Time.TotalSeconds, 1.9, 2.0);
        Assert.Equal(VideoFileSource.DamagedVideo, Assert.Single(source.Notices).Code);
    }

    [Fact]
    public void Open_NoSuchFile_SaysSo() =>
        Assert.Contains("nope.mp4' does not exist", FrameReading.MessageOf(() => new VideoFileSource(_folder.At("nope.mp4"))), StringComparison.Ordinal);

    [Fact]
    public void Open_Address_SaysThatItMustBeDownloaded() =>
        Assert.Contains("download", FrameReading.MessageOf(() => new VideoFileSource("https://example.org/clip.mp4")), StringComparison.Ordinal);

    [Fact]
    public void Open_Folder_SaysSo() =>
        Assert.Contains("is a folder", FrameReading.MessageOf(() => new VideoFileSource(_folder.Root)), StringComparison.Ordinal);

    [Fact]
    public void Open_EmptyFile_SaysSo() =>
        Assert.Contains("0 bytes", FrameReading.MessageOf(() => new VideoFileSource(_folder.Write("empty.mp4", ""))), StringComparison.Ordinal);

    [Fact]
    public void Open_LinkToAnEmptyFile_SaysSo()
    {
        var link = File.CreateSymbolicLink(_folder.At("link.mp4"), _folder.Write("empty.mp4", "")).FullName;
        Assert.Contains("0 bytes", FrameReading.MessageOf(() => new VideoFileSource(link)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_FileThatGoesAway_GivesItsFrames()
    {
        var path = _folder.Video("clip.mp4", frames: 3);
        using var source = new VideoFileSource(path);
        File.Delete(path);
        Assert.Equal(3, (await source.ReadAllAsync()).Count);
    }

    [Fact]
    public void Open_TextFile_SaysSo() =>
        Assert.Contains("text file", FrameReading.MessageOf(() => new VideoFileSource(_folder.Write("text.mp4", "Hello!\n"))), StringComparison.Ordinal);

    [Fact]
    public void Open_CutBeforeTheIndex_SaysSo()
    {
        var path = _folder.Cut(_folder.Video("whole.mp4", frames: 20), "cut.mp4", 0.5);
        Assert.Contains("cut off before its index", FrameReading.MessageOf(() => new VideoFileSource(path)), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_SoundOnly_SaysThatThereIsNoVideo() => Assert.Contains(
        "holds no video", FrameReading.MessageOf(() => new VideoFileSource(TestFolder.Fixture("sound-only.mp4"))), StringComparison.Ordinal);

    [Fact]
    public void Open_Noise_SaysThatThereIsNoVideo()
    {
        var noise = new byte[5000];
        new Random(1).NextBytes(noise);
        var path = _folder.Write("noise.mp4", noise);
        Assert.Contains("holds no video", FrameReading.MessageOf(() => new VideoFileSource(path)), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_CodecThatCannotBeDecoded_NamesItAndTheRemedy()
    {
        var message = FrameReading.MessageOf(() => new VideoFileSource(TestFolder.Fixture("av1.mp4")));
        Assert.Contains("codec AV01", message, StringComparison.Ordinal);
        Assert.Contains("ffmpeg -i", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_FileThatMayNotBeRead_SaysSo()
    {
        var path = _folder.Video("clip.mp4", frames: 1);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.None);
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "root may read everything");
        Assert.Contains("may not be read", FrameReading.MessageOf(() => new VideoFileSource(path)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_Twice_IsRefused()
    {
        using var source = new VideoFileSource(_folder.Video("clip.mp4", frames: 2));
        await source.ReadAllAsync();
        Assert.Throws<InvalidOperationException>(() => source.ReadAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Read_Cancelled_Stops()
    {
        using var source = new VideoFileSource(_folder.Video("clip.mp4", frames: 5));
        using var cancellation = new CancellationTokenSource();
        await using var frames = source.ReadAsync(cancellation.Token).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await frames.MoveNextAsync());
        frames.Current.Dispose();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await frames.MoveNextAsync());
    }

    [Fact]
    public async Task Dispose_WhileAFrameIsOut_LeavesTheFrameAndEndsTheReading()
    {
        var source = new VideoFileSource(_folder.Video("clip.mp4", frames: 5));
        await using var frames = source.ReadAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await frames.MoveNextAsync());
        source.Dispose();
        source.Dispose();

        Assert.Equal(TestFolder.Grey(0), Cv2.Mean(frames.Current.Image).Val1, 4.0);
        frames.Current.Dispose();
        Assert.True(frames.Current.Image.IsDisposed);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await frames.MoveNextAsync());
    }

    [Fact]
    public async Task Read_FramesGivenBackAtOnce_UsesTheSameMemory()
    {
        using var source = new VideoFileSource(RotatedVideo(90));
        HashSet<nint> memory = [];
        await foreach (var frame in source.ReadAsync(TestContext.Current.CancellationToken))
        {
            using (frame)
                memory.Add(frame.Image.Data);
        }

        Assert.Single(memory);
    }

    [Fact]
    public async Task Read_FramesGivenBackAtOnce_AllocatesNothing()
    {
        using var source = new VideoFileSource(RotatedVideo(90));
        await using var frames = source.ReadAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await ReadAsync());
        Assert.True(await ReadAsync());

        // The source decodes on the thread that asks.
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.True(await ReadAsync());
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        ValueTask<bool> ReadAsync()
        {
            var next = frames.MoveNextAsync();
            frames.Current.Dispose();
            return next;
        }
    }

    [Fact]
    public async Task Read_Samples_AreWhole()
    {
        foreach (var path in Directory.EnumerateFiles(Repository.Samples, "*.mp4"))
        {
            using var source = new VideoFileSource(path);
            Assert.Equal(source.Info.FrameCount, (await source.ReadAllAsync()).Count);
            Assert.Empty(source.Notices);
        }
    }

    [Fact]
    public async Task Read_RealClips_AreWhole()
    {
        Assert.SkipWhen(ExternalData.PopSign is null, ExternalData.Reason);
        foreach (var path in Directory.EnumerateFiles(ExternalData.PopSign, "*.mp4").Order(StringComparer.Ordinal).Where((_, i) => i % 25 == 0))
        {
            using var source = new VideoFileSource(path);
            Assert.Equal(source.Info.FrameCount, (await source.ReadAllAsync()).Count);
            Assert.Empty(source.Notices);
        }
    }

    /// <summary>Three frames, bright at the left, with the matrix of a phone that was held otherwise (tkhd, ISO/IEC 14496-12, 8.3.2).</summary>
    private string RotatedVideo(int degrees)
    {
        var path = _folder.At("rotated.mp4");
        using (var writer = new VideoFileWriter(path, 64, 48, 30))
        using (var image = new Mat(48, 64, MatType.CV_8UC3, Scalar.Black))
        {
            Cv2.Rectangle(image, new Rect(0, 0, 32, 48), Scalar.White, thickness: -1);
            for (var i = 0; i < 3; i++)
                writer.Write(image);
            writer.Complete();
        }

        var (cosine, sine) = degrees switch { 90 => (0, 1), 180 => (-1, 0), _ => (0, -1) };
        var bytes = File.ReadAllBytes(path);
        var matrix = bytes.AsSpan(bytes.AsSpan().IndexOf("tkhd"u8) + 44);
        int[] values = [cosine, sine, 0, -sine, cosine];
        for (var i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteInt32BigEndian(matrix[(4 * i)..], values[i] * 0x10000);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static string BrightEdge(Mat image)
    {
        var edges = new (string Name, Rect Area)[]
        {
            ("top", new Rect(8, 0, image.Width - 16, 8)), ("bottom", new Rect(8, image.Height - 8, image.Width - 16, 8)),
            ("left", new Rect(0, 8, 8, image.Height - 16)), ("right", new Rect(image.Width - 8, 8, 8, image.Height - 16)),
        };
        return edges.MaxBy(edge =>
        {
            using var area = image.SubMat(edge.Area);
            return Cv2.Mean(area).Val1;
        }).Name;
    }

    private sealed class Near(double tolerance) : IEqualityComparer<double>
    {
        public bool Equals(double x, double y) => Math.Abs(x - y) <= tolerance;

        public int GetHashCode(double value) => 0;
    }
}
