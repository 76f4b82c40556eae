using System.ComponentModel;
using Microsoft.AspNetCore.Http;

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
        if (ResultFormat.Of(request, format) is not { } chosen)
            return Problems.Of(StatusCodes.Status400BadRequest, "The format is not one of json, srt and vtt: name one of them.");
        if (mode is not (null or "continuous" or "isolated"))
            return Problems.Of(StatusCodes.Status400BadRequest, "The mode is neither continuous nor isolated: name one of them.");
        var read = mode == "isolated" ? RecognitionMode.Isolated : RecognitionMode.Continuous;
        var clip = await UploadedPoses.ReceiveAsync(request, models.Value!, options.Clips, cancellationToken);
        return chosen.Result(await models.Value!.TranslateAsync(clip, read, cancellationToken));
    }
}
