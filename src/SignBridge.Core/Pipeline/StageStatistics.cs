namespace SignBridge;

/// <summary>The figures of one stage.</summary>
/// <param name="Stage">Its name.</param>
/// <param name="Items">Items it took, or made if it is a source.</param>
/// <param name="Drops">Items dropped in front of it.</param>
/// <param name="Queue">Time that items waited for it.</param>
/// <param name="Work">Time that it worked on an item.</param>
public sealed record StageStatistics(string Stage, long Items, long Drops, DurationStatistics Queue, DurationStatistics Work);
