using SignBridge.Evaluation.Metrics.Labels;

namespace SignBridge.Evaluation.Tests.Metrics.Labels;

/// <summary>Predictions made for tests.</summary>
internal static class Predictions
{
    /// <summary>A clip and its readings, best first, written <c>cat:0.9</c>.</summary>
    public static LabelPrediction Clip(string reference, params string[] ranked) => new(reference, [.. ranked.Select(Reading)], IsAbstained: false);

    public static LabelPrediction Abstained(this LabelPrediction prediction) => prediction with { IsAbstained = true };

    public static double Value(this LabelEvaluation evaluation, string metric) => evaluation.Scores.Single(s => s.Metric == metric).Value;

    /// <summary>Clips of some signs, right more often the more confident their best reading is.</summary>
    public static IReadOnlyList<LabelPrediction> Random(int seed, int count, int signs = 6)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var order = Enumerable.Range(0, signs).ToArray();
            random.Shuffle(order);
            var best = Math.Round(random.NextDouble(), 2); // some are equal
            var reference = random.NextDouble() < best ? order[0] : order[random.Next(signs)];
            var rest = (1 - best) / signs;
            var ranked = order.Select((sign, rank) => new GlossAlternative($"sign-{sign}", rank == 0 ? best : Math.Min(best, rest)));
            return new LabelPrediction($"sign-{reference}", [.. ranked], best < 0.4);
        })];
    }

    private static GlossAlternative Reading(string text) =>
        new(text[..text.IndexOf(':')], double.Parse(text[(text.IndexOf(':') + 1)..], System.Globalization.CultureInfo.InvariantCulture));
}
