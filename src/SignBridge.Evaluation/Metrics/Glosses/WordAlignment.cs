using SignBridge.Evaluation.Metrics.Text;

namespace SignBridge.Evaluation.Metrics.Glosses;

/// <summary>Aligns words at the least cost (Levenshtein 1966, with weights).</summary>
internal static class WordAlignment
{
    /// <summary>Counts the errors of one cheapest alignment. Where several are as cheap, going back from the end takes a match before a
    /// substitution before an insertion before a deletion, as sclite 2.4.10 and the code of Camgöz et al. 2020 do.</summary>
    public static WordErrors Align(ReadOnlySpan<int> reference, ReadOnlySpan<int> hypothesis, WordErrorCosts costs, AlignmentTable table)
    {
        Fill(reference, hypothesis, costs, table);
        var (i, j) = (reference.Length, hypothesis.Length);
        var (substitutions, deletions, insertions) = (0, 0, 0);
        while (i > 0 || j > 0)
        {
            if (i > 0 && j > 0 && reference[i - 1] == hypothesis[j - 1] && table[i, j] == table[i - 1, j - 1])
            {
                (i, j) = (i - 1, j - 1);
            }
            else if (i > 0 && j > 0 && table[i, j] == table[i - 1, j - 1] + costs.Substitution)
            {
                substitutions++;
                (i, j) = (i - 1, j - 1);
            }
            else if (j > 0 && table[i, j] == table[i, j - 1] + costs.Insertion)
            {
                insertions++;
                j--;
            }
            else
            {
                deletions++;
                i--;
            }
        }

        return new WordErrors(substitutions, deletions, insertions, reference.Length);
    }

    private static void Fill(ReadOnlySpan<int> reference, ReadOnlySpan<int> hypothesis, WordErrorCosts costs, AlignmentTable table)
    {
        table.Resize(reference.Length + 1, hypothesis.Length + 1);
        var above = table.Row(0);
        for (var j = 0; j <= hypothesis.Length; j++)
            above[j] = j * costs.Insertion;
        for (var i = 1; i <= reference.Length; i++)
        {
            var row = table.Row(i);
            row[0] = i * costs.Deletion;
            for (var j = 1; j <= hypothesis.Length; j++)
            {
                var diagonal = above[j - 1] + (reference[i - 1] == hypothesis[j - 1] ? 0 : costs.Substitution);
                row[j] = Math.Min(diagonal, Math.Min(row[j - 1] + costs.Insertion, above[j] + costs.Deletion));
            }

            above = row;
        }
    }
}
