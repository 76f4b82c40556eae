using System.Runtime.CompilerServices;
using OpenCvSharp;

namespace SignBridge.Video;

/// <summary>The images of a folder as the frames of one video, in the order of their names (<c>2.png</c> before <c>10.png</c>).</summary>
/// <remarks>Colour images with transparency lose it, grey ones become BGR, those of 16 bit become 8 bit, and cameras' EXIF orientation is
/// applied. Files that begin with a dot and those that are no images are passed over. OpenCvSharp has no decoder into given memory, so
/// each image is allocated and goes with its frame.</remarks>
public sealed class ImageFolderSource : IFrameSource
{
    /// <summary>25 frames/s: what FFmpeg takes for numbered images, and the rate of RWTH-PHOENIX-Weather, the data set that comes as such folders.</summary>
    public const double DefaultRate = 25;

    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".bmp", ".gif", ".jp2", ".jpe", ".jpeg", ".jpg", ".pbm", ".pgm", ".png", ".pnm", ".ppm", ".tif", ".tiff", ".webp",
    };

    private readonly string[] _paths;
    private bool _wasRead;
    private volatile bool _disposed;

    /// <summary>Lists a folder and decodes its first image.</summary>
    /// <param name="folder">The folder; those in it are not searched.</param>
    /// <param name="framesPerSecond">Rate at which the images are shown, above 0.</param>
    /// <exception cref="SignBridgeException">The folder is missing, cannot be read or holds no image, or the first is damaged.</exception>
    public ImageFolderSource(string folder, double framesPerSecond = DefaultRate)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (!double.IsFinite(framesPerSecond) || framesPerSecond <= 0)
            throw new ArgumentOutOfRangeException(nameof(framesPerSecond), framesPerSecond, "A rate is above 0.");
        NativeLog.Silence();
        _paths = List(folder);
        if (_paths.Length == 0)
            throw Failure($"'{folder}' holds no images: expected .jpg, .png, .webp, .bmp or .tif files directly in it, so name the folder that has them.");
        using var first = Decode(_paths[0]);
        Info = new VideoInfo(first.Width, first.Height, framesPerSecond, _paths.Length, IsLive: false);
    }

    /// <inheritdoc/>
    public VideoInfo Info { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Notice> Notices => [];

    /// <inheritdoc/>
    public IAsyncEnumerable<VideoFrame> ReadAsync(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _wasRead, true))
            throw new InvalidOperationException("A source is read once: open the folder again.");
        return ReadFramesAsync(cancellationToken);
    }

    private async IAsyncEnumerable<VideoFrame> ReadFramesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        for (var index = 0; index < _paths.Length; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ObjectDisposedException.ThrowIf(_disposed, this);
            var image = Decode(_paths[index]);
            if (image.Width != Info.Width || image.Height != Info.Height)
            {
                var size = $"{image.Width}x{image.Height}";
                image.Dispose();
                throw Failure(
                    $"'{_paths[index]}' is {size} but the first image of its folder is {Info.Width}x{Info.Height}: "
                    + "the images of one folder are one video, so scale them to one size or split the folder.");
            }

            yield return new VideoFrame(image, TimeSpan.FromSeconds(index / Info.FramesPerSecond), index);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _disposed = true;

    private static string[] List(string folder)
    {
        try
        {
            var paths = Directory.EnumerateFiles(folder)
                .Where(p => !Path.GetFileName(p.AsSpan()).StartsWith('.') && Extensions.Contains(Path.GetExtension(p)))
                .ToArray();
            Array.Sort(paths, NaturalOrder.Instance);
            return paths;
        }
        catch (DirectoryNotFoundException e)
        {
            throw Failure($"'{folder}' does not exist: expected a folder of images, so check the path.", e);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw Failure($"'{folder}' may not be read ({e.Message.TrimEnd('.')}): give yourself read permission.", e);
        }
    }

    private static Mat Decode(string path)
    {
        try
        {
            var image = Cv2.ImDecode(File.ReadAllBytes(path), ImreadModes.Color);
            if (!image.Empty())
                return image;
            image.Dispose();
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw Failure($"'{path}' may not be read ({e.Message.TrimEnd('.')}): give yourself read permission.", e);
        }
        catch (Exception e) when (e is OpenCVException or ArgumentException)
        {
            throw Damaged(path, e);
        }

        throw Damaged(path, null);
    }

    private static SignBridgeException Damaged(string path, Exception? cause) =>
        Failure($"'{path}' is not an image that can be decoded: it is damaged or of another format, so replace or remove it.", cause);

    private static SignBridgeException Failure(string message, Exception? cause = null) => new(FailureKind.Input, message, cause);
}
