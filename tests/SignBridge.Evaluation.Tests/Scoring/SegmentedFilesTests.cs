using SignBridge.Evaluation.Metrics.Segmentation;
using SignBridge.Evaluation.Scoring;
using SignBridge.Evaluation.Tests.Datasets;

namespace SignBridge.Evaluation.Tests.Scoring;

public sealed class SegmentedFilesTests : IDisposable
{
    private readonly DatasetFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_TwoDocuments_ScoresSignsAndPhrasesApart()
    {
        Write("reference/a.eaf", ("Glosses", 0, 1000), ("Glosses", 2000, 3000), ("Sentence", 0, 4000));
        Write("hypothesis/a.eaf", ("SIGN", 0, 1000), ("SENTENCE", 0, 2000));

        var files = SegmentedFiles.Read(_folder["hypothesis"], _folder["reference"], "SIGN,SENTENCE", "", 25);

        Assert.Equal(50, Score("sign-iou", SegmentLevel.Sign, files.Signs), 9);
        Assert.Equal(50, Score("sign-segments", SegmentLevel.Sign, files.Signs), 9);
        Assert.Equal(50, Score("phrase-iou", SegmentLevel.Phrase, files.Phrases), 9);
        Assert.Equal(100, Score("phrase-segments", SegmentLevel.Phrase, files.Phrases), 9);
        Assert.Equal(100, Assert.Single(files.Signs).FrameCount);
    }

    [Fact]
    public void Read_FolderThatLacksADocument_NamesIt()
    {
        Write("reference/a.eaf", ("Glosses", 0, 1000));
        Write("reference/b.eaf", ("Glosses", 0, 1000));
        Write("hypothesis/a.eaf", ("Glosses", 0, 1000));

        Assert.Contains("b.eaf", Failure(() => SegmentedFiles.Read(_folder["hypothesis"], _folder["reference"], "", "", 25)), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_HypothesisWithoutATierOfTheLevel_IsNotScoredAsEmpty()
    {
        Write("reference.eaf", ("Glosses", 0, 1000), ("Sentence", 0, 1000));
        Write("hypothesis.eaf", ("SIGN", 0, 1000), ("SENTENCE", 0, 1000));
        var message = Failure(() => SegmentedFiles.Read(_folder["hypothesis.eaf"], _folder["reference.eaf"], "", "", 25));
        Assert.Contains("SIGN, SENTENCE", message, StringComparison.Ordinal);
        Assert.Contains("--tiers", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TiersThatAreNotFound_AsksForTheirNames()
    {
        Write("a.eaf", ("X", 0, 1000));
        Assert.Contains("--reference-tiers", Failure(() => SegmentedFiles.Read(_folder["a.eaf"], _folder["a.eaf"], "", "", 25)), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NoElanDocument_SaysSo()
    {
        var path = _folder.Write("a.eaf", "<html>");
        Assert.Contains("expected an ELAN document", Failure(() => SegmentedFiles.Read(path, path, "", "", 25)), StringComparison.Ordinal);
    }

    private static double Score(string name, SegmentLevel level, IReadOnlyList<SegmentedClip> clips) =>
        SegmentationMetric.All(level).Single(m => m.Name == name).Of(clips).Value;

    private static string Failure(Action read) => Assert.Throws<SignBridgeException>(read).Message;

    private void Write(string name, params (string Tier, int Start, int End)[] annotations)
    {
        var slots = string.Concat(annotations.Select((a, i) => $"""<TIME_SLOT TIME_SLOT_ID="s{i}" TIME_VALUE="{a.Start}"/><TIME_SLOT TIME_SLOT_ID="e{i}" TIME_VALUE="{a.End}"/>"""));
        var tiers = string.Concat(annotations.Select((a, i) => (a.Tier, Xml: $"""<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a{i}" TIME_SLOT_REF1="s{i}" TIME_SLOT_REF2="e{i}"><ANNOTATION_VALUE>v{i}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>"""))
            .GroupBy(a => a.Tier).Select(g => $"""<TIER TIER_ID="{g.Key}" LINGUISTIC_TYPE_REF="t">{string.Concat(g.Select(a => a.Xml))}</TIER>"""));
        _folder.Write(name, $"<ANNOTATION_DOCUMENT><HEADER/><TIME_ORDER>{slots}</TIME_ORDER>{tiers}</ANNOTATION_DOCUMENT>");
    }
}
