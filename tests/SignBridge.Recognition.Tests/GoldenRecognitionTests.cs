using SignBridge.Testing;

namespace SignBridge.Recognition.Tests;

public sealed class GoldenRecognitionTests(LoadedRecognizer loaded)
{
    private const float Tolerance = 1e-3f;

    [Theory]
    [InlineData("mom-like-cat")]
    [InlineData("where-dog")]
    [InlineData("please-wait")]
    [InlineData("thankyou")]
    [InlineData("random")]
    [InlineData("no-body")]
    [InlineData("nothing")]
    public void Run_GoldenLandmarks_GivesWhatPyTorchGave(string name)
    {
        var output = loaded.Recognizer.Run(Poses.FromArray(Golden(name, "landmarks").Values));

        Assert.Equal(Golden(name, "log_probs").Shape[0], output.Steps);
        AssertNear(Golden(name, "log_probs").Values, output.LogProbs.Span);
        AssertNear(Golden(name, "isolated").Values, output.Isolated.Span);
        AssertNear(Golden(name, "embedding").Values, output.Embedding.Span);
    }

    private static NumpyArray Golden(string name, string array) => NumpyArray.Read(Repository.Golden("recognition", $"{name}.{array}.npy"));

    private static void AssertNear(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - actual[i]) <= Tolerance, $"value {i} is {actual[i]}, expected {expected[i]}");
    }
}
