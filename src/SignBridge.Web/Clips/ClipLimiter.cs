using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace SignBridge.Web;

/// <summary>How many clips are translated at once, and how many wait.</summary>
internal static class ClipLimiter
{
    public const string Policy = "clips";

    public static IServiceCollection AddClipLimiter(this IServiceCollection services, ServeOptions options) => services.AddRateLimiter(limiter =>
    {
        limiter.AddConcurrencyLimiter(Policy, limit =>
        {
            limit.PermitLimit = options.Clips.AtOnce;
            limit.QueueLimit = options.Clips.Waiting;
            limit.QueueProcessingOrder = QueueProcessingOrder.OldestFirst;
        });
        limiter.OnRejected = async (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "10";
            await Problems.WriteAsync(rejected.HttpContext, StatusCodes.Status503ServiceUnavailable, "Too many clips wait already: try again in a while.");
        };
    });
}
