using System.Net;
using System.Net.Sockets;
using System.Text;
using OpenCvSharp;

namespace SignBridge.Video.Tests;

public sealed class NetworkCameraSourceTests : IDisposable
{
    private readonly TcpListener _camera = new(IPAddress.Loopback, 0);

    public NetworkCameraSourceTests() => _camera.Start();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_camera.LocalEndpoint).Port}/video");

    [Fact]
    public async Task Read_MotionJpegOverHttp_GivesTheImagesInOrderThenSaysThatItStopped()
    {
        var serving = ServeAsync("multipart/x-mixed-replace; boundary=frame", 5);
        using var source = await NetworkCameraSource.OpenAsync(Address, TimeProvider.System, Token);

        var frames = new List<(long Index, TimeSpan Time, double Blue)>();
        var failure = await Assert.ThrowsAsync<SignBridgeException>(async () =>
        {
            await foreach (var frame in source.ReadAsync(Token))
            {
                using (frame)
                    frames.Add((frame.Index, frame.Time, Cv2.Mean(frame.Image).Val0));
            }
        });

        await serving;
        Assert.Equal((64, 48, true), (source.Info.Width, source.Info.Height, source.Info.IsLive));
        Assert.Equal([0, 1, 2, 3, 4], frames.Select(f => f.Index));
        Assert.Equal(frames.Select(f => f.Time).Distinct().Order(), frames.Select(f => f.Time));
        Assert.All(frames, f => Assert.Equal(20 * f.Index, f.Blue, tolerance: 3));
        Assert.Equal($"The camera at '{Address}' stopped sending images; check the address in a player and that the camera is switched on.", failure.Message);
    }

    [Fact]
    public async Task Open_PageInsteadOfACamera_SaysSoInOneSentence()
    {
        var serving = ServeAsync("text/html", images: 0);

        var failure = await Assert.ThrowsAsync<SignBridgeException>(() => NetworkCameraSource.OpenAsync(Address, TimeProvider.System, Token));

        await serving;
        Assert.Equal(FailureKind.Input, failure.Kind);
        Assert.Contains("sends no JPEG images; check the address", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_NobodyListens_SaysSoInOneSentence()
    {
        var address = Address;
        _camera.Stop();

        var failure = await Assert.ThrowsAsync<SignBridgeException>(() => NetworkCameraSource.OpenAsync(address, TimeProvider.System, Token));

        Assert.Contains($"The camera at '{address}' cannot be read: ", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }

    [Fact]
    public async Task Open_RtspWithoutFFmpeg_NamesTheProgram()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(p => File.Exists(Path.Combine(p, "ffmpeg"))), "ffmpeg is installed here");

        var failure = await Assert.ThrowsAsync<SignBridgeException>(() => LiveSources.OpenAsync("rtsp://127.0.0.1:1/x", TimeProvider.System, Token));

        Assert.Contains("needs the program ffmpeg", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://host/video", true)]
    [InlineData("rtsp://host:554/x", true)]
    [InlineData("clip.mp4", false)]
    [InlineData("/a/b.mp4", false)]
    [InlineData("file:///a/b.mp4", false)]
    [InlineData("camera:0", false)]
    public void TryParse_Input_TakesAddressesOnly(string input, bool isAddress) => Assert.Equal(isAddress, NetworkCameraSource.TryParse(input, out _));

    public void Dispose() => _camera.Dispose();

    /// <summary>Answers one request and hangs up behind the last image; each is bluer than the one before.</summary>
    private async Task ServeAsync(string contentType, int images)
    {
        using var client = await _camera.AcceptTcpClientAsync(Token);
        await using var stream = client.GetStream();
        await stream.ReadAtLeastAsync(new byte[4096], 16, throwOnEndOfStream: false, Token);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: {contentType}\r\n\r\n"), Token);
        for (var i = 0; i < images; i++)
        {
            using var image = new Mat(48, 64, MatType.CV_8UC3, new Scalar(20 * i, 100, 100));
            byte[] part = [.. "--frame\r\nContent-Type: image/jpeg\r\n\r\n"u8, .. image.ImEncode(".jpg"), .. "\r\n"u8];
            await stream.WriteAsync(part, Token);
        }
    }
}
