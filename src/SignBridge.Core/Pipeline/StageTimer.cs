using System.Runtime.CompilerServices;

namespace SignBridge;

/// <summary>Times one stage of one run. Its clock runs while the stage is asked for an item, and stands while the stage waits for input or
/// is suspended because the stage behind it is busy.</summary>
internal sealed class StageTimer(StageMeter meter, bool isSource = false)
{
    private long _resumed;
    private long _worked;
    private bool _hasItem;

    public StageMeter Meter => meter;

    public void Resume() => _resumed = meter.Now;

    /// <summary>The stage asks for its next input.</summary>
    public void Suspend() => _worked += meter.Now - _resumed;

    /// <summary>The stage takes an input that has waited since <paramref name="since"/>; the one before is done.</summary>
    public void Take(long since)
    {
        RecordWork();
        Resume();
        meter.Queued(_resumed - since);
        meter.Counted();
        _hasItem = true;
    }

    /// <summary>Passes on what the stage yields.</summary>
    public async IAsyncEnumerable<T> Measure<T>(IAsyncEnumerable<T> stage, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var activity = meter.StartActivity();
        await using var items = stage.GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            Resume();
            var more = await items.MoveNextAsync();
            Suspend();
            if (isSource == more)
                RecordWork();
            if (!more)
                yield break;
            if (isSource)
                meter.Counted();
            yield return items.Current;
        }
    }

    /// <summary>What a stage does before its first item belongs to none; what it does after the last one belongs to that.</summary>
    private void RecordWork()
    {
        if (isSource || _hasItem)
            meter.Worked(_worked);
        _worked = 0;
    }
}
