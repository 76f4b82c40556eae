namespace SignBridge.Recognition;

/// <summary>How sure each label of the best hypothesis is, and which others compete for its place.</summary>
/// <remarks>
/// The hypotheses of the beam are aligned to the best one and their posterior masses added up place by place: the word posteriors of
/// L. Mangu, E. Brill and A. Stolcke, "Finding consensus in speech recognition" (2000), built around a pivot as D. Hakkani-Tür and
/// G. Riccardi, "A general algorithm for word graph matrix decomposition" (2003) do. Masses are those within the beam, so they sum to 1.
/// </remarks>
internal static class ConfusionNetwork
{
    /// <param name="hypotheses">Of a beam, best first; at least one.</param>
    /// <param name="maxGap">Steps between the emissions of two labels up to which they compete for one place.</param>
    public static IReadOnlyList<ConfusionSlot> Build(IReadOnlyList<CtcHypothesis> hypotheses, int maxGap)
    {
        var pivot = hypotheses[0].Tokens;
        var mass = new Dictionary<int, double>[pivot.Count];
        for (var i = 0; i < mass.Length; i++)
            mass[i] = [];
        var total = 0.0;
        foreach (var hypothesis in hypotheses)
        {
            var posterior = Math.Exp(hypothesis.LogProbability - hypotheses[0].LogProbability);
            total += posterior;
            foreach (var (place, label) in Align(pivot, hypothesis.Tokens, maxGap))
                mass[place][label] = mass[place].GetValueOrDefault(label) + posterior;
        }

        return [.. pivot.Select((token, i) => new ConfusionSlot(token, mass[i][token.Label] / total, Rivals(mass[i], token.Label, total)))];
    }

    private static IReadOnlyList<(int Label, double Mass)> Rivals(Dictionary<int, double> mass, int chosen, double total) =>
        [.. mass.Where(m => m.Key != chosen).Select(m => (m.Key, m.Value / total)).OrderByDescending(r => r.Item2).ThenBy(r => r.Key)];

    /// <summary>Which label stands at which place of the pivot, at the least edit cost. A substitution costs more the further its labels
    /// are apart in time, until leaving one out and inserting the other is cheaper.</summary>
    private static List<(int Place, int Label)> Align(IReadOnlyList<CtcToken> pivot, IReadOnlyList<CtcToken> tokens, int maxGap)
    {
        var cost = new double[pivot.Count + 1, tokens.Count + 1];
        for (var i = 0; i <= pivot.Count; i++)
        {
            for (var j = 0; j <= tokens.Count; j++)
                cost[i, j] = i == 0 || j == 0 ? i + j : Math.Min(Pair(i, j), Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1);
        }

        var pairs = new List<(int Place, int Label)>();
        for (var (i, j) = (pivot.Count, tokens.Count); i > 0 && j > 0;)
        {
            if (cost[i, j] == cost[i - 1, j] + 1)
                i--;
            else if (cost[i, j] == cost[i, j - 1] + 1)
                j--;
            else
                pairs.Add((--i, tokens[--j].Label));
        }

        return pairs;

        double Pair(int i, int j)
        {
            var (a, b) = (pivot[i - 1], tokens[j - 1]);
            var gap = Math.Max(0, Math.Max(a.FirstStep - b.LastStep, b.FirstStep - a.LastStep) - 1);
            return cost[i - 1, j - 1] + ((a.Label == b.Label ? 0 : 1) + (gap / (maxGap + 1.0)));
        }
    }
}
