using System.Text.Json;
using SignBridge.Evaluation.Metrics.Labels;
using SignBridge.Testing;

namespace SignBridge.Evaluation.Tests.Metrics.Labels;

/// <summary>Against scikit-learn; <c>tests/golden/labels/make.py</c> made the file.</summary>
public sealed class GoldenLabelTests : IDisposable
{
    private const double Tolerance = 1e-10; // percent

    private readonly JsonDocument _file = JsonDocument.Parse(File.ReadAllText(Repository.Golden("labels", "predictions.json")));

    private JsonElement Expected => _file.RootElement.GetProperty("expected");

    private LabelEvaluation Evaluation => LabelEvaluation.Of([.. _file.RootElement.GetProperty("clips").EnumerateArray().Select(clip => new LabelPrediction(
        clip.GetProperty("reference").GetString()!,
        [.. clip.GetProperty("ranked").EnumerateArray().Select(r => new GlossAlternative(r[0].GetString()!, r[1].GetDouble()))],
        IsAbstained: false))]);

    [Fact]
    public void Classes_RandomClips_EqualScikitLearn()
    {
        var classes = Evaluation.Classes;

        Assert.Equal(Expected.GetProperty("labels").EnumerateArray().Select(l => l.GetString()), classes.Select(c => c.Label));
        Assert.Equal(Expected.GetProperty("support").EnumerateArray().Select(l => l.GetInt32()), classes.Select(c => c.Count));
        AssertEqual("precision", c => c.Precision);
        AssertEqual("recall", c => c.Recall);
        AssertEqual("f1", c => c.F1);

        void AssertEqual(string name, Func<ClassScores, double> value)
        {
            foreach (var (expected, actual) in Expected.GetProperty("classes").GetProperty(name).EnumerateArray().Zip(classes))
                Assert.Equal(100 * expected.GetDouble(), value(actual), Tolerance);
        }
    }

    [Theory]
    [InlineData("macro", "precision")]
    [InlineData("macro", "recall")]
    [InlineData("macro", "f1")]
    [InlineData("weighted", "precision")]
    [InlineData("weighted", "recall")]
    [InlineData("weighted", "f1")]
    public void Averages_RandomClips_EqualScikitLearn(string average, string name) =>
        Assert.Equal(100 * Expected.GetProperty(average).GetProperty(name).GetDouble(), Evaluation.Value($"{name}-{average}"), Tolerance);

    [Theory]
    [InlineData("1")]
    [InlineData("5")]
    public void TopK_RandomClips_EqualsScikitLearn(string k) =>
        Assert.Equal(100 * Expected.GetProperty("topK").GetProperty(k).GetDouble(), Evaluation.Value("top" + k), Tolerance);

    [Fact]
    public void Confusions_RandomClips_EqualScikitLearn()
    {
        var labels = Expected.GetProperty("labels").EnumerateArray().Select(l => l.GetString()!).ToList();
        var matrix = Expected.GetProperty("confusion");
        var confusions = Evaluation.Confusions;

        for (var i = 0; i < labels.Count; i++)
        {
            for (var j = 0; j < labels.Count; j++)
            {
                var count = confusions.SingleOrDefault(c => c.Reference == labels[i] && c.Predicted == labels[j])?.Count ?? 0;
                Assert.Equal(i == j ? 0 : matrix[i][j].GetInt32(), count);
            }
        }
    }

    public void Dispose() => _file.Dispose();
}
