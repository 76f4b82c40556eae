using System.Text.Json;
using SignBridge.Evaluation.Metrics;

namespace SignBridge.Evaluation.Tests.Metrics;

/// <summary>Compares with what sacreBLEU says.</summary>
internal static class SacreBleuAssert
{
    private const double Tolerance = 1e-9;

    public static void Equal(JsonElement expected, ICorpusMetric metric, IReadOnlyList<(string, string)> pairs)
    {
        Assert.Equal(expected.Number("score"), metric.Score(pairs).Value, Tolerance);
        SameSignature(expected.GetProperty("signature").GetString()!, metric.Signature);
    }

    public static void EqualSentences(JsonElement expected, ICorpusMetric metric, IReadOnlyList<(string Hypothesis, string Reference)> pairs)
    {
        var scores = expected.Numbers("sentences");
        for (var i = 0; i < scores.Count; i++)
            Assert.Equal(scores[i], metric.Score(metric.Statistics(pairs[i].Hypothesis, pairs[i].Reference)).Value, Tolerance);
    }

    // All fields of sacreBLEU's stand in ours; for its version, there is what the digits equal.
    private static void SameSignature(string expected, string actual)
    {
        var fields = actual.Split('|');
        Assert.StartsWith("version:signbridge-", fields[^1], StringComparison.Ordinal);
        Assert.Equal("equals:sacrebleu-2.6.0", fields[^2]);
        Assert.Equal(expected.Replace("|version:2.6.0", "", StringComparison.Ordinal), string.Join('|', fields[..^2].Where(f => !f.StartsWith("order:", StringComparison.Ordinal) && !f.StartsWith("beta:", StringComparison.Ordinal))));
    }
}
