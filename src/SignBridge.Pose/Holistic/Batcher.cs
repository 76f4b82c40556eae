namespace SignBridge.Pose.Holistic;

/// <summary>Groups what several threads ask of one model into batches: one run on n images costs less than n runs where the device has
/// more to give than one image takes.</summary>
/// <remarks>
/// A batch runs when it is as large as a batch may be, when every caller there is waits in it, or when its first item has waited as long
/// as the latency budget allows. One batch runs at a time; what comes meanwhile makes the next one. Thread-safe.
/// </remarks>
/// <typeparam name="T">What a caller brings; the run writes the answer into it.</typeparam>
internal sealed class Batcher<T> : IDisposable
{
    private readonly int _largest;
    private readonly TimeSpan _budget;
    private readonly Action<IReadOnlyList<T>> _run;
    private readonly ITimer _timer;
    private readonly Lock _gate = new();
    private readonly Lock _running = new();
    private Batch? _open;
    private int _callers;
    private bool _isDisposed;

    /// <summary>Prepares the first batch.</summary>
    /// <param name="largest">How many items a batch has at most.</param>
    /// <param name="budget">How long an item waits for others at most.</param>
    /// <param name="time">What tells the time.</param>
    /// <param name="run">Works on a batch of 1 to <paramref name="largest"/> items; it is never called twice at the same time.</param>
    public Batcher(int largest, TimeSpan budget, TimeProvider time, Action<IReadOnlyList<T>> run)
    {
        _largest = largest;
        _budget = budget;
        _run = run;
        _timer = time.CreateTimer(_ => RunOpen(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>How many items wait for others.</summary>
    public int WaitingItems
    {
        get
        {
            lock (_gate)
                return _open?.Items.Count ?? 0;
        }
    }

    /// <summary>Adds a caller, for which others may wait from now on. It has one item in a batch at a time.</summary>
    public void Join()
    {
        lock (_gate)
            _callers++;
    }

    /// <summary>Takes a caller away, for which nobody waits any more.</summary>
    public void Leave()
    {
        bool isWhole;
        lock (_gate)
        {
            _callers--;
            isWhole = IsWhole;
        }

        if (isWhole)
            RunOpen();
    }

    /// <summary>Puts an item into the next batch and returns when that has run.</summary>
    /// <exception cref="ObjectDisposedException">The batcher was disposed before the batch ran.</exception>
    /// <remarks>What a run throws is thrown to every caller of the batch.</remarks>
    public void Run(T item)
    {
        Batch batch;
        bool isWhole;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (_open is null)
            {
                _open = new Batch();
                _timer.Change(_budget, Timeout.InfiniteTimeSpan);
            }

            batch = _open;
            batch.Items.Add(item);
            isWhole = IsWhole;
            if (isWhole)
                _open = null;
        }

        if (isWhole)
            Run(batch);

        // Waiting for a task, unlike for a monitor, lets the thread pool start another thread in place of this one.
        batch.Done.Task.GetAwaiter().GetResult();
    }

    /// <summary>Ends those who wait; a batch that runs is waited for.</summary>
    public void Dispose()
    {
        Batch? waiting;
        lock (_gate)
        {
            _isDisposed = true;
            (waiting, _open) = (_open, null);
        }

        _timer.Dispose();
        waiting?.Done.SetException(new ObjectDisposedException(GetType().Name));
        lock (_running)
        {
            // A batch that was taken before is done.
        }
    }

    private bool IsWhole => _open is not null && _open.Items.Count >= Math.Min(_largest, _callers);

    /// <summary>Runs the open batch as it is. Where it ran already in the meantime, that may be the next one, early, which harms nobody.</summary>
    private void RunOpen()
    {
        Batch? batch;
        lock (_gate)
            (batch, _open) = (_open, null);
        if (batch is not null)
            Run(batch);
    }

    private void Run(Batch batch)
    {
        try
        {
            lock (_running)
                _run(batch.Items);
            batch.Done.SetResult();
        }
        catch (Exception e)
        {
            batch.Done.SetException(e);
        }
    }

    private sealed class Batch
    {
        public List<T> Items { get; } = [];

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
