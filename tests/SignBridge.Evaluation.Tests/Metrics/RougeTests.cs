using System.Text.Json;
using SignBridge.Evaluation.Metrics.Translation;
using SignBridge.Testing;

namespace SignBridge.Evaluation.Tests.Metrics;

public sealed class RougeTests
{
    public static TheoryData<string> Cases => GoldenMetrics.Cases;

    [Theory]
    [MemberData(nameof(Cases))]
    public void Score_GoldenPairs_EqualsThePrograms(string name)
    {
        Assert.Equal(GoldenMetrics.Of(name, "rougeL.rouge_score").GetDouble(), new RougeMetric(RougeVariant.RougeScore).Score(GoldenMetrics.Pairs(name)).Value, 1e-9);
        Assert.Equal(GoldenMetrics.Of(name, "rougeL.coco").GetDouble(), new RougeMetric(RougeVariant.Coco).Score(GoldenMetrics.Pairs(name)).Value, 1e-9);
    }

    [Theory]
    [InlineData(RougeVariant.Coco)]
    [InlineData(RougeVariant.Nslt)]
    [InlineData(RougeVariant.PythonRouge)]
    public void Score_RandomPairs_EqualsTheProgram(RougeVariant variant)
    {
        var pairs = JsonDocument.Parse(File.ReadAllText(Repository.Golden("metrics", "rouge.json"))).RootElement.EnumerateArray().ToList();
        var metric = new RougeMetric(variant);

        Assert.NotEmpty(pairs);
        Assert.All(pairs, pair => Assert.Equal(
            pair.Number(metric.Name), metric.Score([(pair.GetProperty("hypothesis").GetString()!, pair.GetProperty("reference").GetString()!)]).Value, 1e-9));
    }

    [Theory]
    [InlineData(RougeVariant.RougeScore, "tok:alphanumeric")]
    [InlineData(RougeVariant.Coco, "beta:1.2")]
    [InlineData(RougeVariant.Nslt, "beta:p/r")]
    [InlineData(RougeVariant.PythonRouge, "sentences:yes")]
    public void Score_NothingInCommonOrEmpty_IsZero(RougeVariant variant, string signature)
    {
        var metric = new RougeMetric(variant);

        Assert.Equal(0, metric.Score([("a b", "c d"), ("", "c d"), ("a b", "")]).Value);
        Assert.Contains(signature, metric.Signature, StringComparison.Ordinal);
    }

    [Fact]
    public void Statistics_Lowercase_IgnoresCase()
    {
        Assert.Equal([0.0, 1], new RougeMetric(RougeVariant.Coco).Statistics("Regen", "regen"));
        Assert.Equal([1.0, 1], new RougeMetric(RougeVariant.Coco, isLowercase: true).Statistics("Regen", "regen"));
        Assert.Equal([1.0, 1], new RougeMetric(RougeVariant.RougeScore).Statistics("Regen", "regen"));
    }
}
