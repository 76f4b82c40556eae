namespace SignBridge.Evaluation.Inspection;

/// <summary>Two clips that show the same.</summary>
/// <param name="First">The id of the earlier one.</param>
/// <param name="FirstSplit">Its split.</param>
/// <param name="Second">The id of the later one.</param>
/// <param name="SecondSplit">Its split.</param>
/// <param name="Distance">In how many of 512 bits their movements differ; null where their content is the same.</param>
/// <param name="SameLabel">Whether glosses and sentence are the same.</param>
public sealed record ClipPair(string First, string? FirstSplit, string Second, string? SecondSplit, int? Distance, bool SameLabel)
{
    /// <summary>Whether the clips are in different splits.</summary>
    public bool IsLeak => FirstSplit != SecondSplit;
}
