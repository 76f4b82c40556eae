using Microsoft.AspNetCore.OpenApi;
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

    /// <summary>Says what a translated clip looks like in each format.</summary>
    public static Task DescribeResult(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        operation.Responses!["200"] = new OpenApiResponse
        {
            Description = "The result, as signbridge translate writes it: docs/results.md.",
            Content = ResultFormat.All.ToDictionary(f => f.MediaType, f => new OpenApiMediaType
            {
                Schema = new OpenApiSchema { Type = f == ResultFormat.All[0] ? JsonSchemaType.Object : JsonSchemaType.String },
            }),
        };
        return Task.CompletedTask;
    }
}
