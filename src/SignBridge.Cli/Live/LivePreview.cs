using OpenCvSharp;
using SignBridge.Video;

namespace SignBridge.Cli;

/// <summary>Shows what a live stream sees: the newest picture, under the newest pose, which is a little older, and the caption so far.</summary>
internal sealed class LivePreview : IDisposable
{
    private readonly PreviewWindow _window = new();
    private readonly Lock _gate = new();
    private readonly Mat _newest = new();
    private string _caption = "";

    /// <summary>A source whose frames are seen as they are read.</summary>
    /// <param name="source">Disposed with that source.</param>
    public IFrameSource Watch(IFrameSource source) => new WatchedSource(source, See);

    public void Show(LiveEvent happened)
    {
        switch (happened)
        {
            case TextWritten text:
                _caption = text.Caption.Text;
                break;
            case PoseSeen seen:
                var image = new Mat();
                lock (_gate)
                    _newest.CopyTo(image);
                OverlayRenderer.DrawPose(image, seen.Pose);
                OverlayRenderer.DrawCaption(image, _caption);
                _window.Show(image);
                break;
        }
    }

    public void Dispose()
    {
        _window.Dispose();
        lock (_gate)
            _newest.Dispose();
    }

    private void See(Mat image)
    {
        lock (_gate)
            image.CopyTo(_newest);
    }
}
