using System.Globalization;
using System.Runtime.InteropServices;

namespace SignBridge.Evaluation.Metrics.Labels;

/// <summary>Counts what is read in the clips of each sign, and averages over the signs.</summary>
internal static class ClassReport
{
    /// <summary>The signs that the clips show and those that are read in them, by name.</summary>
    public static IReadOnlyList<ClassScores> Classes(IReadOnlyList<LabelPrediction> predictions)
    {
        var classes = new Dictionary<string, Tally>(StringComparer.Ordinal);
        foreach (var prediction in predictions)
        {
            ref var shown = ref CollectionsMarshal.GetValueRefOrAddDefault(classes, prediction.Reference, out _);
            shown.Count++;
            shown.Right += prediction.Best == prediction.Reference ? 1 : 0;
            shown.RightInFive += prediction.IsAmongFirst(5) ? 1 : 0;
            shown.RightInTen += prediction.IsAmongFirst(10) ? 1 : 0;
            CollectionsMarshal.GetValueRefOrAddDefault(classes, prediction.Best, out _).Predicted++;
        }

        return [.. classes.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => new ClassScores(
            c.Key, c.Value.Count, c.Value.Predicted, c.Value.Right, c.Value.RightInFive, c.Value.RightInTen))];
    }

    /// <summary>What is read as something else, the most frequent first, then by name.</summary>
    public static IReadOnlyList<Confusion> Confusions(IReadOnlyList<LabelPrediction> predictions)
    {
        var counts = new Dictionary<(string Reference, string Predicted), int>();
        foreach (var prediction in predictions.Where(p => p.Best != p.Reference))
            CollectionsMarshal.GetValueRefOrAddDefault(counts, (prediction.Reference, prediction.Best), out _)++;
        return [.. counts.Select(c => new Confusion(c.Key.Reference, c.Key.Predicted, c.Value))
            .OrderByDescending(c => c.Count)
            .ThenBy(c => c.Reference, StringComparer.Ordinal)
            .ThenBy(c => c.Predicted, StringComparer.Ordinal)];
    }

    /// <summary>The accuracy "per class" of WLASL: the mean over the signs that the clips show of the share of their clips.</summary>
    public static Score PerClass(IReadOnlyList<ClassScores> classes, int k, Func<ClassScores, double> accuracy)
    {
        var shown = classes.Where(c => c.Count > 0).ToList();
        return new Score(
            FormattableString.Invariant($"top{k}-per-class"), Mean(shown.Sum(accuracy), shown.Count),
            MetricSignature.Of(null, ("case", "mixed"), ("k", k.ToString(CultureInfo.InvariantCulture)), ("per", "class"), ("abstained", "ranked")),
            new Dictionary<string, double> { ["classes"] = shown.Count });
    }

    /// <summary>The mean over all signs that are shown or read, as scikit-learn's <c>average="macro"</c>.</summary>
    public static Score Macro(IReadOnlyList<ClassScores> classes, string name, Func<ClassScores, double> value) => new(
        name + "-macro", Mean(classes.Sum(value), classes.Count), Signature("macro"), new Dictionary<string, double> { ["classes"] = classes.Count });

    /// <summary>The mean over the clips of the value of their sign, as scikit-learn's <c>average="weighted"</c>.</summary>
    public static Score Weighted(IReadOnlyList<ClassScores> classes, string name, Func<ClassScores, double> value) => new(
        name + "-weighted", Mean(classes.Sum(c => c.Count * value(c)), classes.Sum(c => c.Count)), Signature("weighted"),
        new Dictionary<string, double> { ["classes"] = classes.Count });

    private static string Signature(string average) => MetricSignature.Of(
        "scikit-learn-1.2.1", ("case", "mixed"), ("average", average), ("labels", "shown+read"), ("zero", "0"), ("abstained", "ranked"));

    private static double Mean(double sum, int count) => count == 0 ? double.NaN : sum / count;

    private struct Tally
    {
        public int Count;
        public int Predicted;
        public int Right;
        public int RightInFive;
        public int RightInTen;
    }
}
