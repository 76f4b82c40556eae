namespace SignBridge;

/// <summary>A stage of the pipeline: an async iterator that reads items and yields others.</summary>
/// <remarks>The stage owns what it reads: it disposes it or hands it on. What it yields belongs to the next stage.</remarks>
/// <typeparam name="TIn">What it reads.</typeparam>
/// <typeparam name="TOut">What it yields; one input may give none, one or many.</typeparam>
/// <param name="input">The items in front.</param>
/// <param name="cancellationToken">Cancelled when any other stage ends early.</param>
public delegate IAsyncEnumerable<TOut> Stage<TIn, TOut>(IAsyncEnumerable<TIn> input, CancellationToken cancellationToken);
