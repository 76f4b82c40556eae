using System.Text.RegularExpressions;

namespace SignBridge.Evaluation.Metrics.Glosses;

/// <summary>The rules of RWTH-PHOENIX-Weather 2014T, for whole lines (<c>clean_phoenix_2014_trans</c> of Camgöz et al. 2020).</summary>
internal sealed partial class Phoenix2014TCleaner() : GlossCleaner("phoenix-2014t")
{
    private static readonly string[] Dropped = ["__LEFTHAND__", "__EPENTHESIS__", "__EMOTION__"];

    public override string Clean(string glosses)
    {
        var line = glosses.Trim();
        foreach (var tag in Dropped)
            line = line.Replace(tag, "", StringComparison.Ordinal);
        line = Tag().Replace(line, "");
        line = Location().Replace(line, "$1");
        line = Classifier().Replace(line, "$1");
        line = Plural().Replace(line, "$1");
        line = Room().Replace(line, "$1");
        line = line.Replace("WIE AUSSEHEN", "WIE-AUSSEHEN", StringComparison.Ordinal);
        return PhoenixRules.DropRepetitions(PhoenixRules.JoinSpelling(line));
    }

    [GeneratedRegex(@"\b__[^_ ]*__\b")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\bloc-([^ ]*)\b")]
    private static partial Regex Location();

    [GeneratedRegex(@"\bcl-([^ ]*)\b")]
    private static partial Regex Classifier();

    [GeneratedRegex(@"\b([^ ]*)-PLUSPLUS\b")]
    private static partial Regex Plural();

    [GeneratedRegex(@"\b([A-Z][A-Z]*)RAUM\b")]
    private static partial Regex Room();
}
