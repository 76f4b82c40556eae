using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace SignBridge.Web;

/// <summary>A filter of endpoints that need the models: refuses until they are loaded, and tells what is wrong with a request as a problem.</summary>
/// <remarks>Faults of the server's own go on to the exception handler, which tells the client nothing about them.</remarks>
internal static class RequestFailures
{
    public static async ValueTask<object?> AnswerAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.RequestServices.GetRequiredService<LoadedTranslator>().Value is null)
            return Problems.Of(StatusCodes.Status503ServiceUnavailable, "The models are being loaded: try again in a few seconds.");
        try
        {
            return await next(context);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            var most = http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;
            return Problems.Of(e.StatusCode, $"The upload has more than {most} bytes: send a smaller one.");
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
}
