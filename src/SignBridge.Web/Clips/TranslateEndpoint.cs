using System.ComponentModel;
using Microsoft.AspNetCore.Http;
using SignBridge.Pose.Files;
using SignBridge.Video;

namespace SignBridge.Web;

/// <summary><c>POST /v1/translate</c>: a clip to its sentences, as <c>signbridge translate</c> does it.</summary>
internal static class TranslateEndpoint
{
    public static async Task<IResult> HandleAsync(
        HttpRequest request,
        LoadedTranslator models,
        ServeOptions options,
        [Description("json, srt or vtt; without it the Accept header decides.")] string? format,
        [Description("continuous: any number of signs; isolated: the clip is one sign.")] string? mode,
        CancellationToken cancellationToken)
    {
        if (models.Value is not { } translator)
            return Problems.Of(StatusCodes.Status503ServiceUnavailable, "The models are being loaded: try again in a few seconds.");
        if (ResultFormat.Of(request, format) is not { } chosen)
            return Problems.Of(StatusCodes.Status400BadRequest, "The format is not one of json, srt and vtt: name one of them.");
        if (mode is not (null or "continuous" or "isolated"))
            return Problems.Of(StatusCodes.Status400BadRequest, "The mode is neither continuous nor isolated: name one of them.");
        try
        {
            using var clip = await UploadedClip.ReceiveAsync(request, cancellationToken);
            if (clip.Kind == ClipKind.Unknown)
                return Problems.Of(StatusCodes.Status415UnsupportedMediaType, "The upload is neither an MP4, QuickTime, WebM, Matroska or AVI video nor a .pose file: convert it to one of these.");
            return chosen.Result(await TranslateAsync(translator, clip, mode == "isolated" ? RecognitionMode.Isolated : RecognitionMode.Continuous, options.Clips, cancellationToken));
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Problems.Of(e.StatusCode, $"The upload has more than {options.Clips.Bytes} bytes: send a shorter or smaller clip.");
        }
        catch (BadHttpRequestException e)
        {
            return Problems.Of(e.StatusCode, e.Message);
        }
        catch (SignBridgeException e) when (e.Kind == FailureKind.Input)
        {
            return Problems.Of(StatusCodes.Status422UnprocessableEntity, e.Message);
        }
    }

    private static async Task<TranslationResult> TranslateAsync(
        Translator translator, UploadedClip clip, RecognitionMode mode, ClipLimits limits, CancellationToken cancellationToken)
    {
        try
        {
            var result = clip.Kind == ClipKind.Pose
                ? await TranslatePosesAsync(translator, clip, mode, limits, cancellationToken)
                : await TranslateVideoAsync(translator, clip, mode, limits, cancellationToken);
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
