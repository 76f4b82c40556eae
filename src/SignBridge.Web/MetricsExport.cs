using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;

namespace SignBridge.Web;

/// <summary>The meters of the stages, the sessions, the server and the runtime, for Prometheus.</summary>
internal static class MetricsExport
{
    // A stage takes from a tenth of a millisecond (a crop) to seconds (a sentence on a busy machine).
    private static readonly double[] Seconds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    public static IServiceCollection AddMetricsExport(this IServiceCollection services)
    {
        services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddMeter(StageMeter.InstrumentationName, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime")
            .AddView("signbridge.stage.*.duration", new ExplicitBucketHistogramConfiguration { Boundaries = Seconds })
            .AddPrometheusExporter());
        return services;
    }
}
