using SignBridge.Evaluation.Metrics.Text;

namespace SignBridge.Evaluation.Metrics.Translation;

/// <summary>ROUGE-L of the Python package rouge 1.0.1: texts are split into sentences at full stops, and the words of the longest common
/// subsequences of all sentences count once each.</summary>
internal static class SentenceUnion
{
    public static double FScore(string hypothesis, string reference)
    {
        var table = new AlignmentTable();
        var words = new WordTable();
        var (hypotheses, references) = (Sentences(hypothesis, words), Sentences(reference, words));
        var union = new HashSet<int>();
        foreach (var sentence in references)
        {
            foreach (var other in hypotheses)
                LongestCommonSubsequence.AddWords(sentence, other, table, union);
        }

        // The package refuses texts without a sentence.
        if (union.Count == 0)
            return 0;
        var (precision, recall) = ((double)union.Count / Distinct(hypotheses), (double)union.Count / Distinct(references));
        return 2 * (precision * recall / (precision + recall + 1e-8));
    }

    // What is between two full stops may be white space only: the package makes an empty word of it.
    private static List<int[]> Sentences(string text, WordTable words)
    {
        var letters = new CodePoints();
        return [.. text.Split('.').Where(s => s.Length > 0).Select(s => Words(s).Select(Number).ToArray())];

        int Number(string word)
        {
            letters.Clear();
            letters.Add(word);
            return words.Number(letters.Span);
        }
    }

    private static string[] Words(string sentence) => sentence.Split(PythonText.Spaces, StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } words ? words : [""];

    private static int Distinct(List<int[]> sentences) => sentences.SelectMany(s => s).Distinct().Count();
}
