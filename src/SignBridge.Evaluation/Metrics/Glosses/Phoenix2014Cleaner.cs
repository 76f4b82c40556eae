using System.Text.RegularExpressions;

namespace SignBridge.Evaluation.Metrics.Glosses;

/// <summary>The rules of RWTH-PHOENIX-Weather 2014, for whole lines (<c>clean_phoenix_2014</c> of Camgöz et al. 2020).</summary>
internal sealed partial class Phoenix2014Cleaner() : GlossCleaner("phoenix-2014")
{
    // In this order; some rules make what a later one finds.
    private static readonly (string Found, string Written)[] Replacements =
    [
        ("loc-", ""), ("cl-", ""), ("qu-", ""), ("poss-", ""), ("lh-", ""), ("S0NNE", "SONNE"), ("HABEN2", "HABEN"),
        ("__EMOTION__", ""), ("__PU__", ""), ("__LEFTHAND__", ""), ("__EPENTHESIS__", ""),
        ("WIE AUSSEHEN", "WIE-AUSSEHEN"), ("ZEIGEN ", "ZEIGEN-BILDSCHIRM "),
    ];

    public override string Clean(string glosses)
    {
        var line = glosses.Trim();
        foreach (var (found, written) in Replacements)
            line = line.Replace(found, written, StringComparison.Ordinal);
        if (line.EndsWith("ZEIGEN", StringComparison.Ordinal))
            line += "-BILDSCHIRM";
        line = Room().Replace(PhoenixRules.JoinSpelling(line), "$1");
        return PhoenixRules.DropRepetitions(line.Replace("-PLUSPLUS", "", StringComparison.Ordinal));
    }

    // NORDRAUM is NORD.
    [GeneratedRegex("([A-Z][A-Z])RAUM")]
    private static partial Regex Room();
}
