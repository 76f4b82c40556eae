using System.Diagnostics;
using System.Runtime.CompilerServices;
using OpenCvSharp;

namespace SignBridge.Video;

/// <summary>The frames of a camera in the network, timed by the clock of this machine.</summary>
/// <remarks>The FFmpeg inside of OpenCvSharp's natives knows no network protocol. Motion JPEG over HTTP, which most network cameras speak, is
/// read here; RTSP and everything else goes through the <c>ffmpeg</c> program.</remarks>
public sealed class NetworkCameraSource : IFrameSource
{
    private const double AssumedRate = 30;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Uri _address;
    private readonly IDisposable _connection;
    private readonly JpegStream _images;
    private readonly TimeProvider _time;
    private VideoFrame? _first;
    private bool _wasRead;

    private NetworkCameraSource(Uri address, IDisposable connection, JpegStream images, TimeProvider time, Mat first)
    {
        _address = address;
        _connection = connection;
        _images = images;
        _time = time;
        _first = new VideoFrame(first, TimeSpan.Zero, 0);
        Info = new VideoInfo(first.Width, first.Height, AssumedRate, FrameCount: null, IsLive: true);
    }

    /// <inheritdoc/>
    public VideoInfo Info { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Notice> Notices => [];

    /// <summary>Whether an input is an address that this source reads.</summary>
    public static bool TryParse(string input, out Uri address) =>
        Uri.TryCreate(input, UriKind.Absolute, out address!) && address.Scheme is "http" or "https" or "rtsp" or "rtsps" or "rtmp" or "srt" or "udp" or "tcp";

    /// <summary>Connects and waits for the first image.</summary>
    /// <param name="address">Of the camera.</param>
    /// <param name="time">What tells the time.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="SignBridgeException">There is no camera, or it sends no images within 10 s (<see cref="FailureKind.Input"/>).</exception>
    public static async Task<NetworkCameraSource> OpenAsync(Uri address, TimeProvider time, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(time);
        NativeLog.Silence();
        using var patience = new CancellationTokenSource(Patience, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        IDisposable? connection = null;
        try
        {
            (connection, var stream) = address.Scheme is "http" or "https" ? await GetAsync(address, stop.Token) : StartFFmpeg(address);
            var images = new JpegStream(stream);
            if (await images.NextAsync(stop.Token) is { } bytes && Decode(bytes) is { } first)
                return new NetworkCameraSource(address, connection, images, time, first);
            throw Failure(address, "sends no JPEG images");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException)
        {
            connection?.Dispose();
            throw Failure(address, $"cannot be read: {e.Message.TrimEnd('.')}", e);
        }
        catch (OperationCanceledException e) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            connection?.Dispose();
            throw Failure(address, FormattableString.Invariant($"sent no image within {Patience.TotalSeconds} s"), e);
        }
        catch
        {
            connection?.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<VideoFrame> ReadAsync(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _wasRead, true))
            throw new InvalidOperationException("A source is read once: connect to the camera again.");
        return ReadFramesAsync(cancellationToken);
    }

    private async IAsyncEnumerable<VideoFrame> ReadFramesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var start = _time.GetTimestamp();
        if (Interlocked.Exchange(ref _first, null) is { } first)
            yield return first;
        var last = TimeSpan.Zero;
        for (long index = 1; await NextAsync(cancellationToken) is { } bytes;)
        {
            if (Decode(bytes) is not { } image)
                continue; // a lost packet costs one frame
            var now = _time.GetElapsedTime(start);
            last = now > last ? now : last + TimeSpan.FromTicks(1);
            yield return new VideoFrame(image, last, index++);
        }

        throw Failure(_address, "stopped sending images");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Interlocked.Exchange(ref _first, null)?.Dispose();
        _connection.Dispose();
    }

    private async ValueTask<ReadOnlyMemory<byte>?> NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _images.NextAsync(cancellationToken);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or ObjectDisposedException)
        {
            return null;
        }
    }

    private static Mat? Decode(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var image = Cv2.ImDecode(bytes.Span, ImreadModes.Color);
            if (!image.Empty())
                return image;
            image.Dispose();
        }
        catch (OpenCVException)
        {
            // A damaged image, as an empty one.
        }

        return null;
    }

    private static async Task<(IDisposable Connection, Stream Stream)> GetAsync(Uri address, CancellationToken cancellationToken)
    {
        var client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        try
        {
            var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            response.EnsureSuccessStatusCode();
            return (client, await response.Content.ReadAsStreamAsync(cancellationToken));
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private static (IDisposable Connection, Stream Stream) StartFFmpeg(Uri address)
    {
        string[] transport = address.Scheme is "rtsp" or "rtsps" ? ["-rtsp_transport", "tcp"] : [];
        string[] arguments = ["-nostdin", "-loglevel", "quiet", .. transport, "-i", address.AbsoluteUri, "-an", "-q:v", "4", "-f", "mjpeg", "pipe:1"];
        try
        {
            var process = Process.Start(new ProcessStartInfo("ffmpeg", arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
            return (new RunningProgram(process), process.StandardOutput.BaseStream);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new SignBridgeException(
                FailureKind.Input, $"The address '{address}' needs the program ffmpeg, which is not installed: install it (apt-get install ffmpeg), or name an http address of Motion JPEG.", e);
        }
    }

    private static SignBridgeException Failure(Uri address, string what, Exception? cause = null) => new(
        FailureKind.Input, $"The camera at '{address}' {what}; check the address in a player and that the camera is switched on.", cause);
}
