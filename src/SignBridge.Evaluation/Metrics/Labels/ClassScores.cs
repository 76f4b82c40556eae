namespace SignBridge.Evaluation.Metrics.Labels;

/// <summary>How well one sign is read, by the best reading of each clip whether or not the recogniser abstained. All shares are in percent.</summary>
/// <remarks>Precision, recall and F1 as in scikit-learn with <c>zero_division=0</c>.</remarks>
/// <param name="Label">The sign, or <see cref="Gloss.Unknown"/>.</param>
/// <param name="Count">Clips that show it.</param>
/// <param name="Predicted">Clips whose best reading it is.</param>
/// <param name="Right">Clips that show it and whose best reading it is.</param>
/// <param name="RightInFive">Clips that show it and have it among the first five readings.</param>
/// <param name="RightInTen">Clips that show it and have it among the first ten readings.</param>
public sealed record ClassScores(string Label, int Count, int Predicted, int Right, int RightInFive, int RightInTen)
{
    /// <summary>The share of its clips that are read right; NaN where no clip shows it.</summary>
    public double Top1 => 100.0 * Right / Count;

    /// <summary>The share of its clips that have it among the first five readings; NaN where no clip shows it.</summary>
    public double Top5 => 100.0 * RightInFive / Count;

    /// <summary>The share of its clips that have it among the first ten readings; NaN where no clip shows it.</summary>
    public double Top10 => 100.0 * RightInTen / Count;

    /// <summary>How many of the clips read as it show it; 0 where none is read so.</summary>
    public double Precision => Share(Right, Predicted);

    /// <summary>How many of its clips are read right: <see cref="Top1"/>, but 0 where no clip shows it.</summary>
    public double Recall => Share(Right, Count);

    /// <summary>The harmonic mean of precision and recall; 0 where nothing is right.</summary>
    public double F1 => Share(2 * Right, Count + Predicted);

    private static double Share(int part, int whole) => whole == 0 ? 0 : 100.0 * part / whole;
}
