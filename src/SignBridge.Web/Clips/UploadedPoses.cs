using Microsoft.AspNetCore.Http;
using SignBridge.Pose.Files;
using SignBridge.Video;

namespace SignBridge.Web;

/// <summary>Receives the clip of a request and estimates or reads its poses. Messages name what the client sent, not the temporary file.</summary>
internal static class UploadedPoses
{
    /// <exception cref="BadHttpRequestException">The body is too big, cut off, a form without a file, or no clip.</exception>
    /// <exception cref="SignBridgeException">The clip cannot be read, or is too long or too large (<see cref="FailureKind.Input"/>).</exception>
    public static async Task<Clip> ReceiveAsync(HttpRequest request, Translator translator, ClipLimits limits, CancellationToken cancellationToken)
    {
        using var upload = await UploadedClip.ReceiveAsync(request, cancellationToken);
        try
        {
            var clip = upload.Kind switch
            {
                ClipKind.Pose => Read(translator, upload, limits),
                ClipKind.Video => await EstimateAsync(translator, upload, limits, cancellationToken),
                _ => throw new BadHttpRequestException(
                    "The upload is neither an MP4, QuickTime, WebM, Matroska or AVI video nor a .pose file: convert it to one of these.", StatusCodes.Status415UnsupportedMediaType),
            };
            return clip with { SourceNotices = [.. clip.SourceNotices.Select(n => n with { Message = upload.Describe(n.Message) })] };
        }
        catch (SignBridgeException e)
        {
            throw new SignBridgeException(e.Kind, upload.Describe(e.Message), e);
        }
    }

    private static Clip Read(Translator translator, UploadedClip upload, ClipLimits limits)
    {
        var notices = new List<Notice>();
        var poses = PoseFileReader.Read(upload.Path, notices);
        return poses.Duration <= limits.Duration
            ? new Clip(UploadedClip.Name, poses.Resample(translator.FramesPerSecond), poses.FramesPerSecond, poses.Duration, notices)
            : throw LimitedSource.TooLong(limits);
    }

    private static async Task<Clip> EstimateAsync(Translator translator, UploadedClip upload, ClipLimits limits, CancellationToken cancellationToken)
    {
        using var source = new LimitedSource(new VideoFileSource(upload.Path, mostPixels: limits.Pixels), limits);
        return await translator.EstimateAsync(UploadedClip.Name, source, cancellationToken: cancellationToken);
    }
}
