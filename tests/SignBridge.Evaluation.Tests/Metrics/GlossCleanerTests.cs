using SignBridge.Evaluation.Metrics.Glosses;

namespace SignBridge.Evaluation.Tests.Metrics;

/// <summary>Each row follows from a rule of the scripts, and is what phoenix_cleanup.py of Camgöz et al. 2020 makes of it (which stops at __EPENTHESIS__
/// in PHOENIX-2014, where the script drops it).</summary>
public sealed class GlossCleanerTests
{
    [Theory]
    [InlineData("loc-NORD cl-KOMMEN qu-WAS poss-MEIN lh-ZWEI", "NORD KOMMEN WAS MEIN ZWEI")]
    [InlineData("S0NNE HABEN2", "SONNE HABEN")]
    [InlineData("__EMOTION__ REGEN __PU__ WIND __LEFTHAND__", "REGEN WIND")]
    [InlineData("__EPENTHESIS__ REGEN", "REGEN")]
    [InlineData("WIE AUSSEHEN", "WIE-AUSSEHEN")]
    [InlineData("ZEIGEN WETTER ZEIGEN", "ZEIGEN-BILDSCHIRM WETTER ZEIGEN-BILDSCHIRM")]
    [InlineData("ZEIGEN-BILDSCHIRM", "ZEIGEN-BILDSCHIRM")]
    [InlineData("A B", "A B")]
    [InlineData("A B WETTER", "A+B WETTER")]
    [InlineData("WETTER A B", "WETTER A+B")]
    [InlineData("WETTER A B C D E WIND", "WETTER A+B+C+D+E WIND")]
    [InlineData("X SCH A WIND", "X SCH+A WIND")]
    [InlineData("WETTER NN A WIND", "WETTER NN+A WIND")]
    [InlineData("WETTER A NN WIND", "WETTER A+NN WIND")]
    [InlineData("NORDRAUM", "NORD")]
    [InlineData("RAUM", "RAUM")]
    [InlineData("WOLKE-PLUSPLUS WOLKE", "WOLKE")]
    [InlineData("REGEN REGEN REGEN WIND", "REGEN WIND")]
    [InlineData("HOCH-DRUCK HOCH-DRUCK", "HOCH-DRUCK")]
    [InlineData("  REGEN   WIND  ", "REGEN WIND")]
    [InlineData("", "")]
    public void Clean_Phoenix2014_FollowsItsRules(string glosses, string expected) =>
        Assert.Equal(expected, GlossCleaner.Named("phoenix-2014").Clean(glosses));

    [Theory]
    [InlineData("loc-NORD cl-KOMMEN", "NORD KOMMEN")]
    [InlineData("qu-WAS poss-MEIN lh-ZWEI", "qu-WAS poss-MEIN lh-ZWEI")]
    [InlineData("S0NNE HABEN2 ZEIGEN", "S0NNE HABEN2 ZEIGEN")]
    [InlineData("__LEFTHAND__ REGEN __EPENTHESIS__ WIND __EMOTION__", "REGEN WIND")]
    [InlineData("__ON__ REGEN __OFF__ __PU__", "REGEN")]
    [InlineData("WIE AUSSEHEN", "WIE-AUSSEHEN")]
    [InlineData("WETTER A B C WIND", "WETTER A+B+C WIND")]
    [InlineData("NORDRAUM RAUM", "NORD RAUM")]
    [InlineData("WOLKE-PLUSPLUS WOLKE", "WOLKE")]
    [InlineData("REGEN REGEN loc-REGEN WIND", "REGEN WIND")]
    [InlineData("", "")]
    public void Clean_Phoenix2014T_FollowsItsRules(string glosses, string expected) =>
        Assert.Equal(expected, GlossCleaner.Named("phoenix-2014t").Clean(glosses));

    [Fact]
    public void Clean_None_LeavesTheLine() => Assert.Equal(" loc-NORD  NORD ", GlossCleaner.Named("none").Clean(" loc-NORD  NORD "));

    [Fact]
    public void Named_Unknown_NamesThoseThereAre() =>
        Assert.Contains("none, phoenix-2014, phoenix-2014t", Assert.Throws<ArgumentException>(() => GlossCleaner.Named("phoenix")).Message, StringComparison.Ordinal);
}
