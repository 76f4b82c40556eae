using OpenCvSharp;

namespace SignBridge.Video.Tests;

public sealed class CameraSourceTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("camera", "0")]
    [InlineData("camera:2", "2")]
    [InlineData("camera:/dev/video3", "/dev/video3")]
    [InlineData("/dev/video1", "/dev/video1")]
    public void TryParse_Camera_GivesItsDevice(string input, string expected)
    {
        Assert.True(CameraSource.TryParse(input, out var device));
        Assert.Equal(expected, device);
    }

    [Theory]
    [InlineData("camera.mp4")]
    [InlineData("cameras")]
    [InlineData("camera:")]
    [InlineData("clips/camera")]
    [InlineData("0")]
    [InlineData("")]
    public void TryParse_AnythingElse_IsNoCamera(string input) => Assert.False(CameraSource.TryParse(input, out _));

    [Theory]
    [InlineData("camera:99", "/dev/video99")]
    [InlineData("/dev/video98", "/dev/video98")]
    public void Open_CameraThatIsNotThere_SaysSo(string input, string path) =>
        Assert.Contains($"{path} does not exist", FrameReading.MessageOf(() => FrameSources.Open(input)), StringComparison.Ordinal);

    [Fact]
    public void Open_FileThatIsNoCamera_SaysThatItCannotBeOpened()
    {
        var path = _folder.Write("video0", "no device");
        Assert.Contains("cannot be opened", FrameReading.MessageOf(() => new CameraSource(path)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_Camera_TimesFramesByTheClockUntilItStops()
    {
        var capture = new VideoCapture(_folder.Video("clip.mp4", frames: 3), VideoCaptureAPIs.FFMPEG);
        var clock = new SteppedClock(TimeSpan.FromMilliseconds(40), standsStillAt: 2);
        using var source = new CameraSource("0", capture, pool: null, clock);
        Assert.True(source.Info.IsLive);
        Assert.Null(source.Info.Duration);

        List<TimeSpan> times = [];
        var failure = await Assert.ThrowsAsync<SignBridgeException>(async () =>
        {
            await foreach (var frame in source.ReadAsync(TestContext.Current.CancellationToken))
            {
                using (frame)
                    times.Add(frame.Time);
            }
        });

        Assert.Contains("stopped giving images", failure.Message, StringComparison.Ordinal);
        Assert.Equal(3, times.Count);
        Assert.True(times[0] < times[1] && times[1] < times[2], "a clock that stands still must not stop media time");
        Assert.Equal(TimeSpan.FromMilliseconds(40), times[0]);
    }

    [Fact]
    public async Task Read_CameraWithoutImage_SaysSo()
    {
        using var source = new CameraSource("0", new VideoCapture(), pool: null, time: null);
        var failure = await Assert.ThrowsAsync<SignBridgeException>(source.ReadAllAsync);
        Assert.Contains("gives no image", failure.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => source.ReadAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Goes on by a step with each look at it, and stands still from a certain one on.</summary>
    private sealed class SteppedClock(TimeSpan step, int standsStillAt) : TimeProvider
    {
        private int _looks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Math.Min(_looks++, standsStillAt) * step.Ticks;
    }
}
