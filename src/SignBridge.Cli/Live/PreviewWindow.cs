using System.Threading.Channels;
using OpenCvSharp;

namespace SignBridge.Cli;

/// <summary>A window that shows images. Whoever closes it sees no more of them; the program goes on.</summary>
/// <remarks>GTK wants all calls on one thread, which is this window's own; of images that come faster than they are shown the newest is.</remarks>
internal sealed class PreviewWindow : IDisposable
{
    private const string Title = "SignBridge";
    private const int MillisecondsBetweenImages = 20;

    private readonly Channel<Mat> _images = Channel.CreateBounded<Mat>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true }, dropped => dropped.Dispose());

    private readonly TaskCompletionSource _opened = new();
    private readonly Thread _thread;
    private volatile bool _isEnding;

    /// <exception cref="SignBridgeException">There is no display (<see cref="FailureKind.Output"/>).</exception>
    public PreviewWindow()
    {
        _thread = new Thread(Run) { IsBackground = true, Name = nameof(PreviewWindow) };
        _thread.Start();
        _opened.Task.GetAwaiter().GetResult();
    }

    /// <summary>Shows an image, which is taken over.</summary>
    public void Show(Mat image)
    {
        if (!_images.Writer.TryWrite(image))
            image.Dispose();
    }

    public void Dispose()
    {
        _isEnding = true;
        _thread.Join();
    }

    private void Run()
    {
        try
        {
            Cv2.NamedWindow(Title, WindowFlags.AutoSize);
        }
        catch (OpenCVException e)
        {
            _opened.SetException(new SignBridgeException(
                FailureKind.Output, $"No window can be opened ({e.Message.TrimEnd('.')}): run in a graphical session, where DISPLAY is set, or leave --preview out.", e));
            return;
        }

        _opened.SetResult();
        var wasVisible = false; // before its first image it need not be
        while (!_isEnding)
        {
            if (_images.Reader.TryRead(out var image))
            {
                using (image)
                    Cv2.ImShow(Title, image);
            }

            Cv2.WaitKey(MillisecondsBetweenImages);
            var isVisible = Cv2.GetWindowProperty(Title, WindowPropertyFlags.Visible) >= 1;
            if (wasVisible && !isVisible)
                break; // the user closed it
            wasVisible |= isVisible;
        }

        _images.Writer.Complete();
        while (_images.Reader.TryRead(out var left))
            left.Dispose();
        Cv2.DestroyAllWindows();
    }
}
