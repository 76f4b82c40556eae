using System.Globalization;
using SignBridge.Testing;

namespace SignBridge.Tests;

/// <summary>Real clips through the whole pipeline, held against the figure of the reference implementation on the model's card.</summary>
public sealed class PopSignTests(PopSignPoses popSign, ITestOutputHelper log)
{
    private const double Tolerance = 1; // percentage points

    [Fact]
    public async Task Isolated_PopSignClips_AreReadAsWellAsTheCardSays()
    {
        Assert.SkipWhen(ExternalData.PopSign is null, ExternalData.Reason);
        var clips = await popSign.ClipsAsync();
        var wrong = clips.Where(c => c.Best != c.Gloss).Select(c => $"{c.Gloss} as {c.Best}").ToList();

        var accuracy = 100.0 * (clips.Count - wrong.Count) / clips.Count;
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"isolated top-1: {accuracy:0.0} % of {clips.Count} clips, card: {CardFigure()} %; wrong: {string.Join(", ", wrong.Order(StringComparer.Ordinal))}"));
        Assert.Equal(250, clips.Count);
        Assert.InRange(accuracy, CardFigure() - Tolerance, 100);
    }

    private static double CardFigure() => ShippedModels.Catalog.OpenForTask("recognition").Card.Measured
        .Single(m => m.GetProperty("on").GetString()!.StartsWith("250 PopSign", StringComparison.Ordinal) && m.GetProperty("metric").GetString() == "isolated top-1 %")
        .GetProperty("value").GetDouble();
}
