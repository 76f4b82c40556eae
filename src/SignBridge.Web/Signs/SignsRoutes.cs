using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace SignBridge.Web;

/// <summary>The paths of taught signs.</summary>
internal static class SignsRoutes
{
    public static void MapSigns(this IEndpointRouteBuilder routes, ServeOptions options)
    {
        var signs = routes.MapGroup("/v1/signs")
            .WithMetadata(new TokenRequired())
            .AddEndpointFilter(RequestFailures.AnswerAsync)
            .AddEndpointFilter(RefuseWhereOffAsync)
            .ProducesProblem((int)HttpStatusCode.Forbidden)
            .ProducesProblem((int)HttpStatusCode.NotFound)
            .ProducesProblem((int)HttpStatusCode.ServiceUnavailable);

        signs.MapGet("", SignsEndpoints.List).WithSummary("The taught signs.").Produces<TaughtSigns>();

        signs.MapPost("", SignsEndpoints.ImportAsync)
            .WithMetadata(new SizeLimit(options.Signs.FileBytes))
            .WithSummary("Takes over a sign that was exported elsewhere, for the same recogniser.")
            .Accepts<Stream>("application/json")
            .Produces<TaughtSign>((int)HttpStatusCode.Created)
            .ProducesProblem((int)HttpStatusCode.Conflict)
            .ProducesProblem((int)HttpStatusCode.RequestEntityTooLarge)
            .ProducesProblem((int)HttpStatusCode.UnprocessableEntity);

        signs.MapGet("/{name}", SignsEndpoints.Export)
            .WithSummary("A taught sign as a file: what signbridge signs export writes.")
            .Produces((int)HttpStatusCode.OK, contentType: "application/json");

        signs.MapDelete("/{name}", SignsEndpoints.Remove)
            .WithSummary("Forgets a taught sign.")
            .Produces((int)HttpStatusCode.NoContent);

        signs.MapPost("/{name}/examples", SignsEndpoints.AddExampleAsync)
            .RequireRateLimiting(ClipLimiter.Policy)
            .WithSummary("Teaches a sign by one more example: a video or a .pose file of that sign alone, as the body or as the first file of a form.")
            .Accepts<Stream>("*/*", "multipart/form-data")
            .Produces<TaughtSign>()
            .ProducesProblem((int)HttpStatusCode.Conflict)
            .ProducesProblem((int)HttpStatusCode.RequestEntityTooLarge)
            .ProducesProblem((int)HttpStatusCode.UnsupportedMediaType)
            .ProducesProblem((int)HttpStatusCode.UnprocessableEntity);
    }

    private static async ValueTask<object?> RefuseWhereOffAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var services = context.HttpContext.RequestServices;
        if (!services.GetRequiredService<ServeOptions>().AllowsTeaching)
            return Problems.Of(StatusCodes.Status403Forbidden, "Signs are not taught to a service that everybody reaches: start it with a token.");
        if (services.GetRequiredService<LoadedTranslator>().Value!.Signs is null)
            return Problems.Of(StatusCodes.Status404NotFound, "This service keeps no taught signs: start it with a folder for them.");
        return await next(context);
    }

    private sealed record SizeLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
}
