using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace SignBridge.Web;

/// <summary>What is found at which path.</summary>
internal static class ServiceRoutes
{
    private const string Json = "application/json";

    public static void MapService(this IEndpointRouteBuilder endpoints, ServeOptions options)
    {
        var routes = endpoints.MapGroup("").WithTags("SignBridge");
        routes.MapGet("/v1/live", LiveEndpoint.HandleAsync)
            .WithMetadata(new TokenRequired())
            .WithSummary("Live captions over a WebSocket; /v1/asyncapi.json describes the messages.")
            .ProducesProblem((int)HttpStatusCode.BadRequest)
            .ProducesProblem((int)HttpStatusCode.UpgradeRequired);

        routes.MapPost("/v1/translate", TranslateEndpoint.HandleAsync)
            .WithMetadata(new TokenRequired())
            .RequireRateLimiting(ClipLimiter.Policy)
            .AddEndpointFilter(RequestFailures.AnswerAsync)
            .WithSummary("Translates a clip: a video or a .pose file, as the body or as the first file of a form.")
            .Accepts<Stream>("*/*", "multipart/form-data") // a clip is told by its bytes, not by its type
            .AddOpenApiOperationTransformer(ApiDocument.DescribeResult)
            .ProducesProblem((int)HttpStatusCode.BadRequest)
            .ProducesProblem((int)HttpStatusCode.RequestEntityTooLarge)
            .ProducesProblem((int)HttpStatusCode.UnsupportedMediaType)
            .ProducesProblem((int)HttpStatusCode.UnprocessableEntity)
            .ProducesProblem((int)HttpStatusCode.ServiceUnavailable);

        routes.MapSigns(options);

        routes.MapGet("/health", () => TypedResults.Text("ok")).WithSummary("Whether the process answers.");
        routes.MapGet("/ready", Ready).WithSummary("Whether the models are loaded.").ProducesProblem((int)HttpStatusCode.ServiceUnavailable);
        endpoints.MapPrometheusScrapingEndpoint("/metrics").WithMetadata(new TokenRequired());
        endpoints.MapOpenApi("/v1/openapi.json");
        routes.MapGet("/v1/asyncapi.json", AsyncApi).WithSummary("The messages of /v1/live (AsyncAPI 3.0).").Produces((int)HttpStatusCode.OK, contentType: Json);

        var page = new PageFiles(typeof(ServiceRoutes).Assembly);
        routes.MapMethods("/{**path}", [HttpMethods.Get, HttpMethods.Head], page.Get).ExcludeFromDescription();
    }

    private static Results<ContentHttpResult, ProblemHttpResult> Ready(LoadedTranslator models) => models.Value is null
        ? TypedResults.Problem("The models are being loaded: try again in a few seconds.", statusCode: (int)HttpStatusCode.ServiceUnavailable)
        : TypedResults.Text("ready");

    private static IResult AsyncApi() => Results.Stream(typeof(ServiceRoutes).Assembly.GetManifestResourceStream("asyncapi.json")!, Json);
}
