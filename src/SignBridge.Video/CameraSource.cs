using System.Globalization;
using System.Runtime.CompilerServices;
using OpenCvSharp;

namespace SignBridge.Video;

/// <summary>The frames of a camera as they come, timed by the clock of this machine from the first one on.</summary>
public sealed class CameraSource : IFrameSource
{
    private const string Scheme = "camera";
    private const string DeviceFolder = "/dev/video";
    private const double AssumedRate = 30;

    private readonly string _device;
    private readonly CaptureReader _reader;
    private readonly TimeProvider _time;
    private bool _wasRead;

    /// <summary>Opens a camera.</summary>
    /// <param name="device">Its number (<c>0</c> is the first) or its device path.</param>
    /// <param name="pool">Where frames take their memory from; null gives the source one of its own.</param>
    /// <param name="time">What tells the time; null is the system's clock.</param>
    /// <exception cref="SignBridgeException">The camera is not there or is in use.</exception>
    public CameraSource(string device, FramePool? pool = null, TimeProvider? time = null)
        : this(device, Open(device), pool, time)
    {
    }

    internal CameraSource(string device, VideoCapture capture, FramePool? pool, TimeProvider? time)
    {
        _device = device;
        _time = time ?? TimeProvider.System;
        Info = new VideoInfo(
            capture.FrameWidth, capture.FrameHeight, capture.Fps is > 0 and <= 1000 and var rate ? rate : AssumedRate, FrameCount: null, IsLive: true);
        _reader = new CaptureReader(capture, pool);
    }

    /// <inheritdoc/>
    public VideoInfo Info { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Notice> Notices => [];

    /// <summary>Whether an input names a camera: <c>camera</c>, <c>camera:0</c>, <c>camera:/dev/video0</c> or <c>/dev/video0</c>.</summary>
    /// <param name="input">What the user wrote.</param>
    /// <param name="device">The number or path of the camera.</param>
    public static bool TryParse(string input, out string device)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input == Scheme)
            device = "0";
        else if (input.StartsWith(Scheme + ":", StringComparison.Ordinal))
            device = input[(Scheme.Length + 1)..];
        else
            device = input.StartsWith(DeviceFolder, StringComparison.Ordinal) ? input : "";
        return device.Length > 0;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<VideoFrame> ReadAsync(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _wasRead, true))
            throw new InvalidOperationException("A source is read once: open the camera again.");
        return ReadFramesAsync(cancellationToken);
    }

    private async IAsyncEnumerable<VideoFrame> ReadFramesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        long? start = null;
        var last = TimeSpan.FromTicks(-1);
        for (long index = 0; ; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_reader.Read() is not var (frame, _))
            {
                throw new SignBridgeException(FailureKind.Input, index == 0
                    ? $"The camera '{_device}' gives no image: close other programs that use it, or unplug it and plug it in again."
                    : $"The camera '{_device}' stopped giving images: check that it is still plugged in.");
            }

            start ??= _time.GetTimestamp();
            var now = _time.GetElapsedTime(start.Value);
            last = now > last ? now : last + TimeSpan.FromTicks(1);
            yield return frame.Show(last, index);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    private static VideoCapture Open(string device)
    {
        ArgumentException.ThrowIfNullOrEmpty(device);
        NativeLog.Silence();
        if (OperatingSystem.IsLinux())
        {
            var path = int.TryParse(device, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? DeviceFolder + number : device;
            if (!File.Exists(path))
                throw new SignBridgeException(FailureKind.Input, $"There is no camera '{device}' ({path} does not exist): plug it in, or name another of {DeviceFolder}*.");
        }

        var capture = int.TryParse(device, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? new VideoCapture(index)
            : new VideoCapture(device, OperatingSystem.IsLinux() ? VideoCaptureAPIs.V4L2 : VideoCaptureAPIs.ANY);
        if (capture.IsOpened())
            return capture;
        capture.Dispose();
        throw new SignBridgeException(
            FailureKind.Input, $"The camera '{device}' cannot be opened: close other programs that use it, and check that you may use it (group 'video').");
    }
}
