using SignBridge.Evaluation.Datasets;
using SignBridge.Evaluation.Inspection;

namespace SignBridge.Evaluation.Tests.Inspection;

public sealed class RowTallyTests
{
    private readonly RowTally _rows = new();

    [Fact]
    public void Labels_OfTwoSplits_AreCountedAndThoseNotLearntAreNamed()
    {
        Add("train", "a", "DOG CAT DOG");
        Add("test", "b", "CAT BIRD");

        var labels = _rows.Labels()!;

        Assert.Equal((3, 5L, 1, 2L, 1L), (labels.Signs, labels.Total, labels.Singletons, labels.Most, labels.Least));
        Assert.Equal(["BIRD"], labels.NotInTrain);
        Assert.Equal(-(0.4 * Math.Log2(0.4) * 2 + 0.2 * Math.Log2(0.2)), labels.Entropy, 9);
    }

    [Fact]
    public void Labels_WithoutTrain_NamesNoneAsNotLearnt()
    {
        Add("test", "a", "DOG");

        Assert.Empty(_rows.Labels()!.NotInTrain);
    }

    [Fact]
    public void Text_OfTwoSplits_SaysWhatIsKnownFromTrain()
    {
        Add("train", "a", text: "where is the dog");
        Add("test", "b", text: "where is the dog");
        Add("test", "c", text: "the bird sings");

        var text = _rows.Text()!;

        Assert.Equal((3L, 11L, 6, 2), (text.Sentences, text.Words, text.Vocabulary, text.Singletons));
        Assert.Equal((2 / 7.0, 0.5), (text.UnknownWords, text.KnownSentences));
    }

    [Fact]
    public void Text_OfChinese_IsCountedByCharacter()
    {
        Add("train", "a", text: "我看见狗");

        Assert.Equal(4, _rows.Text()!.Words);
        Assert.Null(_rows.Text()!.UnknownWords);
    }

    [Fact]
    public void Signers_InTwoSplits_AreNamed()
    {
        Add("train", "a", signer: "anna");
        Add("test", "b", signer: "anna");
        Add("test", "c", signer: "ben");
        Add("test", "d");

        var signers = _rows.Signers()!;

        Assert.Equal((2, 1L), (signers.Signers, signers.Unknown));
        Assert.Equal(["anna"], signers.InSeveralSplits);
    }

    [Fact]
    public void Problems_AreCountedByCode()
    {
        _rows.Add(DatasetEntry.Of(DatasetProblem.MissingFile("a.csv:2", "x.mp4")));
        _rows.Add(DatasetEntry.Of(DatasetProblem.MissingFile("a.csv:3", "y.mp4")));
        Add("test", "a");

        Assert.Equal(3, _rows.Rows);
        Assert.Equal(new Dictionary<string, long> { ["missing-file"] = 2 }, _rows.Problems);
        Assert.Equal("a.csv:2: 'x.mp4' does not exist.", _rows.ProblemExamples[0]);
        Assert.Null(_rows.Labels());
        Assert.Null(_rows.Text());
        Assert.Null(_rows.Signers());
    }

    private void Add(string split, string id, string? glosses = null, string? text = null, string? signer = null) =>
        _rows.Add(DatasetEntry.Of(new Sample(id, new SampleMedia(id)) { Split = split, Glosses = glosses?.Split(' '), Text = text, Signer = signer }));
}
