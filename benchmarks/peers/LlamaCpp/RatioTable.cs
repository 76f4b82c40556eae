using System.Globalization;
using System.Text;

namespace SignBridge.Peers;

/// <summary>Medians over the rounds, and ratios within each round, as a Markdown table; above 1, SignBridge is faster.</summary>
internal sealed class RatioTable
{
    private readonly List<(string Name, bool IsPeer, List<Reading> Rounds)> _rows = [];

    /// <summary>Adds what a model did in all rounds.</summary>
    public void Add(IPeerModel model, List<Reading> rounds) => _rows.Add((model.Name, model is LlamaCppModel, rounds));

    public string ToMarkdown()
    {
        // llama.cpp's better number of threads, for each figure.
        var quickest = _rows.Where(r => r.IsPeer).MinBy(r => Median(r.Rounds.Select(x => x.PromptMilliseconds))).Rounds;
        var fastest = _rows.Where(r => r.IsPeer).MaxBy(r => Median(r.Rounds.Select(x => x.TokensPerSecond))).Rounds;
        var text = new StringBuilder("| median (least to most) | ms a prompt | against llama.cpp | tokens/s | against llama.cpp |\n|---|---|---|---|---|\n");
        foreach (var (name, _, rounds) in _rows)
        {
            text.AppendJoin(" | ", "| " + name,
                Words(rounds.Select(r => r.PromptMilliseconds), "0.0"), Words(quickest.Zip(rounds, (p, r) => p.PromptMilliseconds / r.PromptMilliseconds), "0.00"),
                Words(rounds.Select(r => r.TokensPerSecond), "0"), Words(fastest.Zip(rounds, (p, r) => r.TokensPerSecond / p.TokensPerSecond), "0.00")).Append(" |\n");
        }

        return text.ToString();
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(values.Count() / 2);

    private static string Words(IEnumerable<double> values, string format)
    {
        return $"{Number(Median(values))} ({Number(values.Min())} to {Number(values.Max())})";

        string Number(double value) => value.ToString(format, CultureInfo.InvariantCulture);
    }
}
