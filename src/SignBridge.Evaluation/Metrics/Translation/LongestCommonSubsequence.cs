using SignBridge.Evaluation.Metrics.Text;

namespace SignBridge.Evaluation.Metrics.Translation;

/// <summary>The longest sequence of words that two texts have in this order.</summary>
internal static class LongestCommonSubsequence
{
    /// <summary>Fills the table: a cell is the length over the first words of both.</summary>
    /// <returns>The length over all.</returns>
    public static int Fill(ReadOnlySpan<int> a, ReadOnlySpan<int> b, AlignmentTable table)
    {
        table.Resize(a.Length + 1, b.Length + 1);
        var above = table.Row(0);
        above.Clear();
        for (var i = 1; i <= a.Length; i++)
        {
            var row = table.Row(i);
            row[0] = 0;
            for (var j = 1; j <= b.Length; j++)
                row[j] = a[i - 1] == b[j - 1] ? above[j - 1] + 1 : Math.Max(above[j], row[j - 1]);
            above = row;
        }

        return above[b.Length];
    }

    /// <summary>Adds the words of one of the longest to a set. Going back from the end, the last word of <paramref name="b"/> is left out first where
    /// that costs no more.</summary>
    public static void AddWords(ReadOnlySpan<int> a, ReadOnlySpan<int> b, AlignmentTable table, HashSet<int> words)
    {
        Fill(a, b, table);
        for (var (i, j) = (a.Length, b.Length); i > 0 && j > 0;)
        {
            if (a[i - 1] == b[j - 1])
            {
                words.Add(a[i - 1]);
                (i, j) = (i - 1, j - 1);
            }
            else if (table[i - 1, j] > table[i, j - 1])
            {
                i--;
            }
            else
            {
                j--;
            }
        }
    }
}
