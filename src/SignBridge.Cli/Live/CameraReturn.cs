using SignBridge.Video;

namespace SignBridge.Cli;

/// <summary>Waits for a camera that was lost, asking for it ever more seldom.</summary>
/// <param name="open">Opens the camera, as it was opened first.</param>
/// <param name="time">The clock.</param>
internal sealed class CameraReturn(Func<CancellationToken, Task<IFrameSource>> open, TimeProvider time)
{
    // The last pause repeats: whoever plugs a camera in again should not wait long for it.
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)];

    /// <summary>Returns the camera once it is there.</summary>
    /// <param name="before">What it was before.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="SignBridgeException">Its frames have another size now (<see cref="FailureKind.Input"/>).</exception>
    public async Task<IFrameSource> WaitAsync(VideoInfo before, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            await Task.Delay(Pauses[Math.Min(attempt, Pauses.Length - 1)], time, cancellationToken);
            if (await OpenAsync(cancellationToken) is not { } camera)
                continue;
            if ((camera.Info.Width, camera.Info.Height) == (before.Width, before.Height))
                return camera;
            var now = camera.Info;
            camera.Dispose();
            throw new SignBridgeException(
                FailureKind.Input, $"The camera came back with frames of {now.Width}x{now.Height}, expected {before.Width}x{before.Height} as before: start again with this one.");
        }
    }

    private async Task<IFrameSource?> OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await open(cancellationToken);
        }
        catch (SignBridgeException e) when (e.Kind == FailureKind.Input)
        {
            return null;
        }
    }
}
