using System.Text.RegularExpressions;

namespace SignBridge.Evaluation.Metrics.Glosses;

/// <summary>The rules that the evaluation scripts of RWTH-PHOENIX-Weather 2014 and 2014T share (sed and perl in <c>evaluatePhoenix2014.sh</c> and
/// <c>evaluatePhoenix2014T.sh</c> of the distributions; the same for whole lines in the code of Camgöz et al. 2020,
/// <c>phoenix_cleanup.py</c>).</summary>
internal static partial class PhoenixRules
{
    // A letter that was taken for the left neighbour is used up, so spelling takes several passes; the scripts have three.
    private const int SpellingPasses = 3;

    // The scripts have four; each halves a run of equal words.
    private const int RepetitionPasses = 4;

    /// <summary>Joins letters that are spelled one after the other: <c>A B C</c> becomes <c>A+B+C</c>; also <c>SCH</c> and <c>NN</c>.</summary>
    public static string JoinSpelling(string line)
    {
        line = FirstLetters().Replace(line, "$1+$2");
        line = LetterPair().Replace(line, " $1+$2 ");
        for (var pass = 0; pass < SpellingPasses; pass++)
            line = NextLetter().Replace(line, "$1+$2");
        line = AfterSch().Replace(line, "$1+$2");
        line = AfterNn().Replace(line, "$1+$2");
        line = BeforeNn().Replace(line, "$1+$2");
        return LastLetter().Replace(line, "$1+$2");
    }

    /// <summary>Drops words that repeat the word before them, and white space that is not a single blank.</summary>
    public static string DropRepetitions(string line)
    {
        line = Blanks().Replace(line, " ");
        for (var pass = 0; pass < RepetitionPasses; pass++)
            line = DoubledWord().Replace(line, "$1");
        var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Where((word, i) => i == 0 || word != words[i - 1]));
    }

    [GeneratedRegex("^([A-Z]) ([A-Z][+ ])")]
    private static partial Regex FirstLetters();

    [GeneratedRegex("[ +]([A-Z]) ([A-Z]) ")]
    private static partial Regex LetterPair();

    [GeneratedRegex("([ +][A-Z]) ([A-Z][ +])")]
    private static partial Regex NextLetter();

    [GeneratedRegex("([ +]SCH) ([A-Z][ +])")]
    private static partial Regex AfterSch();

    [GeneratedRegex("([ +]NN) ([A-Z][ +])")]
    private static partial Regex AfterNn();

    [GeneratedRegex("([ +][A-Z]) (NN[ +])")]
    private static partial Regex BeforeNn();

    [GeneratedRegex("([ +][A-Z]) ([A-Z])$")]
    private static partial Regex LastLetter();

    [GeneratedRegex(" +")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"(?<![\w-])(\b[A-Z]+(?![\w-])) \1(?![\w-])")]
    private static partial Regex DoubledWord();
}
