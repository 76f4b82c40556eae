using System.Net;
using System.Net.Sockets;
using System.Text;
using OpenCvSharp;
using SignBridge.Testing;
using SignBridge.Video;

namespace SignBridge.Cli.Tests;

/// <summary>A camera that speaks Motion JPEG over HTTP: it shows a sample in real time, then the connection breaks, and may be made again.</summary>
internal sealed class NetworkCamera : IDisposable
{
    private const double Rate = 15;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<byte[]> _images;

    private NetworkCamera(List<byte[]> images)
    {
        _images = images;
        _listener.Start();
    }

    public Uri Address => new($"http://{_listener.LocalEndpoint}/video");

    /// <summary>Prepares the images of a sample.</summary>
    /// <param name="sample">What it shows.</param>
    /// <param name="rest">How long the last image stays.</param>
    public static async Task<NetworkCamera> CreateAsync(SampleClip sample, TimeSpan rest)
    {
        using var source = new VideoFileSource(sample.Video);
        var images = new List<byte[]>();
        await foreach (var sampled in source.ReadAsync().ResampleAsync(Rate))
        {
            using var owned = sampled;
            Cv2.ImEncode(".jpg", owned.Frame.Image, out var image);
            images.Add(image);
        }

        return new NetworkCamera([.. images, .. Enumerable.Repeat(images[^1], (int)(rest.TotalSeconds * Rate))]);
    }

    /// <summary>Waits for who wants to see it, shows everything once and breaks off.</summary>
    public async Task ShowAsync(CancellationToken cancellationToken)
    {
        using var client = await _listener.AcceptTcpClientAsync(cancellationToken);
        await using var stream = client.GetStream();
        await stream.ReadAtLeastAsync(new byte[16], 16, cancellationToken: cancellationToken);
        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=frame\r\n\r\n"u8.ToArray(), cancellationToken);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1 / Rate));
        foreach (var image in _images)
        {
            await timer.WaitForNextTickAsync(cancellationToken);
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"--frame\r\nContent-Type: image/jpeg\r\nContent-Length: {image.Length}\r\n\r\n"), cancellationToken);
            await stream.WriteAsync(image, cancellationToken);
            await stream.WriteAsync("\r\n"u8.ToArray(), cancellationToken);
        }
    }

    public void Dispose() => _listener.Dispose();
}
