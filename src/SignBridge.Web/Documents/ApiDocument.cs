using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace SignBridge.Web;

/// <summary>The OpenAPI document, made from the routes.</summary>
internal static class ApiDocument
{
    public static IServiceCollection AddApiDocument(this IServiceCollection services) => services.AddOpenApi(document =>
        document.AddDocumentTransformer((api, _, _) =>
        {
            api.Info = new OpenApiInfo
            {
                Title = "SignBridge", Version = "1", Description = "Sign language in video to written sentences. Where the service has a token, it is sent as Authorization: Bearer.",
            };
            api.Servers?.Clear();
            return Task.CompletedTask;
        }));
}
