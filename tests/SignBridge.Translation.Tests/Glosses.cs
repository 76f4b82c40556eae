using System.Globalization;

namespace SignBridge.Translation.Tests;

/// <summary>Glosses written as a line: <c>i want drink water|cow ?</c>.</summary>
internal static class Glosses
{
    /// <summary>A word is certain; one with rivals is doubtful, and each rival likely enough to be passed on.</summary>
    public static IReadOnlyList<Gloss> Parse(string line) => [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((word, place) =>
    {
        var readings = word.Split('|');
        return new Gloss(
            readings[0],
            TimeSpan.FromSeconds(place),
            TimeSpan.FromSeconds(place + 1),
            readings.Length == 1 ? 0.95 : 0.5,
            [.. readings.Skip(1).Select((rival, rank) => new GlossAlternative(rival, 0.2 - (0.01 * rank)))]);
    })];

    public static Gloss Named(string name, double confidence = 0.9, params (string Name, double Confidence)[] alternatives) =>
        new(name, TimeSpan.Zero, TimeSpan.Zero, confidence, [.. alternatives.Select(a => new GlossAlternative(a.Name, a.Confidence))]);

    public static async Task<List<TranslationUpdate>> UpdatesAsync(this ITextTranslator translator, IReadOnlyList<Gloss> glosses)
    {
        var updates = await translator.TranslateAsync(glosses, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, updates.Count(u => u.IsFinal));
        Assert.True(updates[^1].IsFinal, string.Create(CultureInfo.InvariantCulture, $"update {updates.Count} is not final"));
        return updates;
    }

    public static async Task<TranslationUpdate> FinalAsync(this ITextTranslator translator, string glosses) =>
        (await translator.UpdatesAsync(Parse(glosses)))[^1];
}
