using System.Globalization;

namespace SignBridge.Video;

/// <summary>Opens what plays in real time: a camera of this machine or of the network, or a recording that plays as a camera does.</summary>
public static class LiveSources
{
    /// <summary>Whether an input is a camera, which may be unplugged and come back, and not a recording.</summary>
    /// <param name="input">As <see cref="OpenAsync"/> takes it.</param>
    public static bool IsCamera(string input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return IsNumber(input) || NetworkCameraSource.TryParse(input, out _) || CameraSource.TryParse(input, out _);
    }

    /// <summary>Opens an input.</summary>
    /// <param name="input">The number of a camera, its device path, <c>camera:N</c>, an address (http, https, rtsp, …), or a video file or folder of images.</param>
    /// <param name="time">What tells the time.</param>
    /// <param name="cancellationToken">Ends the waiting for a camera of the network.</param>
    /// <exception cref="SignBridgeException">The input is missing or gives no images (<see cref="FailureKind.Input"/>).</exception>
    public static async Task<IFrameSource> OpenAsync(string input, TimeProvider time, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (IsNumber(input))
            return new CameraSource(input, time: time);
        if (NetworkCameraSource.TryParse(input, out var address))
            return await NetworkCameraSource.OpenAsync(address, time, cancellationToken);
        var source = FrameSources.Open(input);
        return source.Info.IsLive ? source : new RealTimeSource(source, time);
    }

    private static bool IsNumber(string input) => int.TryParse(input, NumberStyles.None, CultureInfo.InvariantCulture, out _) && !Path.Exists(input);
}
