namespace SignBridge;

/// <summary>What a link does when the stage behind it is slower than the one in front.</summary>
public sealed record DeliveryPolicy
{
    private DeliveryPolicy(int capacity, bool dropsOldest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        Capacity = capacity;
        DropsOldest = dropsOldest;
    }

    /// <summary>How many items wait at most.</summary>
    public int Capacity { get; }

    /// <summary>Whether the oldest waiting item gives way to a new one; otherwise the stage in front waits.</summary>
    public bool DropsOldest { get; }

    /// <summary>Batch: the stage in front waits, nothing is lost.</summary>
    public static DeliveryPolicy Wait(int capacity) => new(capacity, dropsOldest: false);

    /// <summary>Live: the newest item wins; dropped ones are disposed and counted.</summary>
    public static DeliveryPolicy DropOldest(int capacity) => new(capacity, dropsOldest: true);
}
