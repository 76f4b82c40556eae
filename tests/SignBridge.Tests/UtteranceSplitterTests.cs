namespace SignBridge.Tests;

public sealed class UtteranceSplitterTests
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    [Fact]
    public void Split_NoGlosses_GivesNoUtterance() => Assert.Empty(UtteranceSplitter.Split([], Pause, 8));

    [Fact]
    public void Split_OneGloss_GivesOneUtterance() => Assert.Equal(["a"], Words(At("a", 5)));

    [Fact]
    public void Split_ShortPauses_KeepsTogether() => Assert.Equal(["a b c"], Words(At("a", 0), At("b", 2.9), At("c", 5.8)));

    [Fact]
    public void Split_PauseFromEndToStart_Cuts() => Assert.Equal(["a b", "c", "d"], Words(At("a", 0), At("b", 1), At("c", 4), At("d", 7)));

    [Fact]
    public void Split_ExactlyThePause_Cuts() => Assert.Equal(["a", "b"], Words(At("a", 0), At("b", 3)));

    [Fact]
    public void Split_OverlappingGlosses_KeepsTogether() => Assert.Equal(["a b"], Words(At("a", 1), At("b", 0.5)));

    [Fact]
    public void Split_TooLong_CutsAtTheWidestPause() =>
        Assert.Equal(["a b", "c d e"], Words(At("a", 0), At("b", 2), At("c", 4.5), At("d", 6.4), At("e", 8.4)));

    [Fact]
    public void Split_TooLongWithEqualPauses_CutsInTheMiddle() =>
        Assert.Equal(["a b c", "d e f"], Words([.. "abcdef".Select((letter, i) => At(letter.ToString(), 2 * i))]));

    [Fact]
    public void Split_AsLongAsAllowed_KeepsTogether() => Assert.Equal(["a b c d"], Words(At("a", 0), At("b", 2), At("c", 4), At("d", 6)));

    [Fact]
    public void Split_LongestBelowOne_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => UtteranceSplitter.Split([], Pause, 0));

    // Each gloss lasts a second.
    private static Gloss At(string name, double start) => new(name, TimeSpan.FromSeconds(start), TimeSpan.FromSeconds(start + 1), 1, []);

    private static IEnumerable<string> Words(params Gloss[] glosses) =>
        UtteranceSplitter.Split(glosses, Pause, 4).Select(u => string.Join(' ', u.Select(g => g.Name)));
}
