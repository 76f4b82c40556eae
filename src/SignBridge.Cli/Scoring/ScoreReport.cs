using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SignBridge.Cli;

/// <summary>What <c>signbridge score</c> prints; docs/cli.md describes the JSON.</summary>
internal sealed record ScoreReport(
    string Hypothesis,
    string Reference,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Baseline,
    int Segments,
    IReadOnlyList<ScoredMetric> Scores)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public byte[] ToJson() => [.. JsonSerializer.SerializeToUtf8Bytes(this, Format), (byte)'\n'];

    public byte[] ToText()
    {
        List<string> head = ["metric", "score"];
        if (Scores.Any(s => s.Interval is not null))
            head.Add("95 % interval");
        if (Baseline is not null)
            head.AddRange(["baseline", "difference", "p"]);
        var table = new Table([[.. head, "signature"], .. Scores.Select(IReadOnlyList<string> (s) => [.. Row(s, head.Contains("95 % interval")), s.Signature])]);
        var text = new StringBuilder(table.ToText()).Append('\n');
        foreach (var score in Scores.Where(s => s.Details.Count > 0))
            text.Append(score.Metric).Append(": ").AppendJoin(", ", score.Details.Select(d => FormattableString.Invariant($"{d.Key} {d.Value:0.##}"))).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private IEnumerable<string> Row(ScoredMetric score, bool hasInterval)
    {
        yield return score.Metric;
        yield return Number(score.Value);
        if (hasInterval)
            yield return score.Interval is { } i ? FormattableString.Invariant($"{i.Mean:0.00} ± {i.HalfWidth:0.00}") : "-";
        if (Baseline is null)
            yield break;
        yield return Number(score.Baseline?.Value);
        yield return score.Baseline?.Difference is { } difference ? FormattableString.Invariant($"{difference:+0.00;-0.00;0.00}") : "-";
        yield return score.Baseline?.PValue is { } p ? FormattableString.Invariant($"{p:0.0000}{(p < 0.05 ? "*" : "")}") : "-";
    }

    private static string Number(double? value) => value is { } v ? FormattableString.Invariant($"{v:0.00}") : "-";
}
