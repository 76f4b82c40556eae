using Microsoft.AspNetCore.Http;
using SignBridge.Pose.Files;
using SignBridge.Video;

namespace SignBridge.Web;

/// <summary>Receives the clip of a request and reads what is signed in it.</summary>
internal static class ClipTranslation
{
    /// <exception cref="BadHttpRequestException">The body is too big, cut off, a form without a file, or no clip.</exception>
    /// <exception cref="SignBridgeException">Nothing can be read in the clip, or it is too long or too large (<see cref="FailureKind.Input"/>).</exception>
    public static async Task<TranslationResult> RunAsync(
        HttpRequest request, Translator translator, RecognitionMode mode, ClipLimits limits, CancellationToken cancellationToken)
    {
        using var clip = await UploadedClip.ReceiveAsync(request, cancellationToken);
        try
        {
            var result = clip.Kind switch
            {
                ClipKind.Pose => await TranslatePosesAsync(translator, clip, mode, limits, cancellationToken),
                ClipKind.Video => await TranslateVideoAsync(translator, clip, mode, limits, cancellationToken),
                _ => throw new BadHttpRequestException(
                    "The upload is neither an MP4, QuickTime, WebM, Matroska or AVI video nor a .pose file: convert it to one of these.", StatusCodes.Status415UnsupportedMediaType),
            };
            return result with { Notices = [.. result.Notices.Select(n => n with { Message = clip.Describe(n.Message) })] };
        }
        catch (SignBridgeException e)
        {
            throw new SignBridgeException(e.Kind, clip.Describe(e.Message), e);
        }
    }

    private static Task<TranslationResult> TranslatePosesAsync(
        Translator translator, UploadedClip clip, RecognitionMode mode, ClipLimits limits, CancellationToken cancellationToken)
    {
        var notices = new List<Notice>();
        var poses = PoseFileReader.Read(clip.Path, notices);
        if (poses.Duration > limits.Duration)
            throw LimitedSource.TooLong(limits);
        return translator.TranslateAsync(UploadedClip.Name, poses, mode, notices, cancellationToken);
    }

    private static async Task<TranslationResult> TranslateVideoAsync(
        Translator translator, UploadedClip clip, RecognitionMode mode, ClipLimits limits, CancellationToken cancellationToken)
    {
        using var source = new LimitedSource(new VideoFileSource(clip.Path, mostPixels: limits.Pixels), limits);
        return await translator.TranslateAsync(UploadedClip.Name, source, mode, cancellationToken: cancellationToken);
    }
}
