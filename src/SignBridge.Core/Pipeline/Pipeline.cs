using System.Runtime.CompilerServices;

namespace SignBridge;

/// <summary>Starts a pipeline at its source.</summary>
public static class Pipeline
{
    /// <summary>A pipeline that yields what <paramref name="source"/> yields.</summary>
    /// <param name="name">The name of the source in meters and traces.</param>
    /// <param name="source">Opens the source; it ends when the token is cancelled.</param>
    public static Pipeline<T> From<T>(string name, Func<CancellationToken, IAsyncEnumerable<T>> source) =>
        new(run => new StageTimer(run.Meters.For(name), isSource: true).Measure(source(run.Token), run.Token));
}

/// <summary>Stages joined by links. Each stage works in a task of its own while the next one works on what came before.</summary>
/// <remarks>
/// A fault in a stage reaches the consumer after everything that was computed before it. A consumer or stage that ends early cancels the
/// stages in front. However a run ends, all tasks have ended when it returns and every item was handed on or disposed once.
/// </remarks>
/// <typeparam name="T">What the last stage yields.</typeparam>
public sealed class Pipeline<T>
{
    private readonly Func<PipelineRun, IAsyncEnumerable<T>> _open;

    internal Pipeline(Func<PipelineRun, IAsyncEnumerable<T>> open) => _open = open;

    /// <summary>Adds a stage behind a link.</summary>
    /// <param name="name">The name of the stage in meters and traces.</param>
    /// <param name="policy">What the link in front of it does when the stage is slow.</param>
    /// <param name="stage">The work.</param>
    public Pipeline<TOut> Then<TOut>(string name, DeliveryPolicy policy, Stage<T, TOut> stage) =>
        new(run =>
        {
            var upstream = _open(run); // first, so that meters stand in the order of the stages
            var timer = new StageTimer(run.Meters.For(name));
            var input = run.Connect(upstream, policy, timer);
            return timer.Measure(stage(input, run.Token), run.Token);
        });

    /// <summary>Runs the pipeline; the consumer owns what it yields.</summary>
    /// <param name="meters">Where the stages count and time; may be shared by many runs.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public async IAsyncEnumerable<T> RunAsync(PipelineMeters meters, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var run = new PipelineRun(meters, cancellationToken);
        await foreach (var item in _open(run).WithCancellation(run.Token))
            yield return item;
    }
}
