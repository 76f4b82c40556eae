using SignBridge.Evaluation.Datasets;

namespace SignBridge.Evaluation.Tests.Datasets;

public sealed class ElanReaderTests : IDisposable
{
    private readonly DatasetFolder _folder = new();

    public ElanReaderTests() => _folder.Touch("talk.mp4");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_SentenceTier_YieldsItsAnnotationsWithTheGlossesInThem()
    {
        Write("talk.eaf", Slots(0, 500, 900, 1000, 2000, 2600, 3000), Sentences + RightHand + LeftHand);

        var samples = _folder.Samples(DatasetCatalog.Recognise(_folder.Path));

        Assert.Equal(["talk#s1 WHERE DOG", "talk#s2 CAT"], samples.Select(s => $"{s.Id} {string.Join(' ', s.Glosses!)}"));
        Assert.Equal(["Where is the dog?", "A cat."], samples.Select(s => s.Text));
        Assert.All(samples, s => Assert.Equal("anna", s.Signer));
        Assert.Equal(new SampleMedia(_folder["talk.mp4"]) { Start = TimeSpan.FromSeconds(2), End = TimeSpan.FromSeconds(3) }, samples[1].Media);
    }

    [Fact]
    public void Read_GlossTiersOnly_YieldsTheWholeRecording()
    {
        Write("talk.eaf", Slots(0, 500, 900, 1000, 2000, 2600, 3000), RightHand);

        var sample = Assert.Single(_folder.Samples(new ElanReader(), "talk.eaf"));

        Assert.Equal("talk#anna", sample.Id);
        Assert.Equal(["WHERE", "DOG", "CAT"], sample.Glosses!);
        Assert.Null(sample.Media.Start);
    }

    [Fact]
    public void Read_NamedTiers_TakesTheseOnly()
    {
        Write("talk.eaf", Slots(0, 500, 900, 1000, 2000, 2600, 3000), Sentences + RightHand + LeftHand + """
            <TIER TIER_ID="Mundbild" LINGUISTIC_TYPE_REF="mouthing" PARTICIPANT="anna">
              <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="m1" TIME_SLOT_REF1="ts1" TIME_SLOT_REF2="ts2"><ANNOTATION_VALUE>wo</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
            </TIER>
            """);

        Assert.Equal([["wo"], []], _folder.Samples(DatasetCatalog.Named("elan:mouthing,Free Translation"), "talk.eaf").Select(s => s.Glosses!.ToArray()));
        Assert.All(_folder.Samples(DatasetCatalog.Named("elan:,Free Translation"), "talk.eaf"), s => Assert.Null(s.Glosses));
    }

    [Fact]
    public void Read_AnnotationThatRefersToAnother_HasItsTime()
    {
        Write("talk.eaf", Slots(0, 500, 900, 1000, 2000, 2600, 3000), RightHand + """
            <TIER TIER_ID="Translation" LINGUISTIC_TYPE_REF="t" PARTICIPANT="anna" PARENT_REF="RH-IDgloss">
              <ANNOTATION><REF_ANNOTATION ANNOTATION_ID="t1" ANNOTATION_REF="r2"><ANNOTATION_VALUE>The dog.</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION>
            </TIER>
            """);

        var sample = Assert.Single(_folder.Samples(new ElanReader(), "talk.eaf"));

        Assert.Equal((TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(0.9)), (sample.Media.Start, sample.Media.End));
        Assert.Equal(["DOG"], sample.Glosses!);
    }

    [Fact]
    public void Read_SlotsWithoutTimes_LieEvenlyBetweenTheirNeighbours()
    {
        Write("talk.eaf", Slots(0, null, null, 3000, 4000, 4500, 5000), Sentences.Replace("ts5", "ts2", StringComparison.Ordinal).Replace("ts7", "ts3", StringComparison.Ordinal));

        Assert.Equal((TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)), (_folder.Samples(new ElanReader(), "talk.eaf")[1].Media.Start, _folder.Samples(new ElanReader(), "talk.eaf")[1].Media.End));
    }

    [Fact]
    public void Read_OriginOfTheRecording_ShiftsTheTimes()
    {
        Write("talk.eaf", Slots(0, 500, 900, 1000, 2000, 2600, 3000), Sentences, "TIME_ORIGIN=\"1500\"");

        Assert.Equal(TimeSpan.FromSeconds(3.5), _folder.Samples(new ElanReader(), "talk.eaf")[1].Media.Start);
    }

    [Theory]
    [InlineData("<ANNOTATION_DOCUMENT><HEADER>", "it is not XML at line 2")]
    [InlineData("<html/>", "it is no ELAN annotation document")]
    [InlineData("<ANNOTATION_DOCUMENT><TIER TIER_ID=\"Notes\"/></ANNOTATION_DOCUMENT>", "none of its tiers (Notes)")]
    [InlineData("<ANNOTATION_DOCUMENT><TIER TIER_ID=\"Gloss\"><ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID=\"a\" TIME_SLOT_REF1=\"ts1\" TIME_SLOT_REF2=\"ts2\"/></ANNOTATION></TIER></ANNOTATION_DOCUMENT>", "a time slot or an annotation that is not there")]
    [InlineData("<ANNOTATION_DOCUMENT><TIER TIER_ID=\"Gloss\"><ANNOTATION><REF_ANNOTATION ANNOTATION_ID=\"a\" ANNOTATION_REF=\"a\"/></ANNOTATION></TIER></ANNOTATION_DOCUMENT>", "in a circle")]
    public void Read_DocumentThatIsBroken_IsListedAndTheOthersAreRead(string content, string expected)
    {
        _folder.Write("broken.eaf", content);
        Write("talk.eaf", Slots(0, 500, 900, 1000, 2000, 2600, 3000), Sentences);

        var entries = new ElanReader().Read(_folder.Path).ToList();

        Assert.Equal(2, entries.Count(e => e.Sample is not null));
        var problem = Assert.Single(entries, e => e.Problem is not null).Problem!;
        Assert.Equal(("broken-row", _folder["broken.eaf"]), (problem.Code, problem.Place));
        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_RecordingThatIsMissing_IsListed()
    {
        Write("other.eaf", Slots(0, 500, 900, 1000, 2000, 2600, 3000), RightHand.Replace("anna", "", StringComparison.Ordinal), "", "gone.mp4");

        Assert.Equal(["missing-file other.eaf:other"], _folder.Problems(new ElanReader(), "other.eaf"));
    }

    private const string Sentences = """
        <TIER TIER_ID="Free Translation" LINGUISTIC_TYPE_REF="translation" PARTICIPANT="anna">
          <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="s1" TIME_SLOT_REF1="ts1" TIME_SLOT_REF2="ts4"><ANNOTATION_VALUE>Where is the dog?</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
          <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="s2" TIME_SLOT_REF1="ts5" TIME_SLOT_REF2="ts7"><ANNOTATION_VALUE>A cat.</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
        </TIER>
        """;

    private const string RightHand = """
        <TIER TIER_ID="RH-IDgloss" LINGUISTIC_TYPE_REF="gloss" PARTICIPANT="anna">
          <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="r1" TIME_SLOT_REF1="ts1" TIME_SLOT_REF2="ts2"><ANNOTATION_VALUE>WHERE </ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
          <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="r2" TIME_SLOT_REF1="ts2" TIME_SLOT_REF2="ts3"><ANNOTATION_VALUE>DOG</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
          <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="r3" TIME_SLOT_REF1="ts5" TIME_SLOT_REF2="ts6"><ANNOTATION_VALUE>CAT</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
        </TIER>
        """;

    private const string LeftHand = """
        <TIER TIER_ID="LH-IDgloss" LINGUISTIC_TYPE_REF="gloss" PARTICIPANT="anna">
          <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="l1" TIME_SLOT_REF1="ts2" TIME_SLOT_REF2="ts4"><ANNOTATION_VALUE>DOG</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
        </TIER>
        """;

    private void Write(string name, string slots, string tiers, string media = "", string recording = "talk.mp4") => _folder.Write(name, $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <ANNOTATION_DOCUMENT AUTHOR="" DATE="2026-01-01T00:00:00+00:00" FORMAT="3.0" VERSION="3.0">
          <HEADER MEDIA_FILE="" TIME_UNITS="milliseconds">
            <MEDIA_DESCRIPTOR MEDIA_URL="file:///nowhere/{recording}" MIME_TYPE="video/mp4" RELATIVE_MEDIA_URL="./{recording}" {media}/>
          </HEADER>
          <TIME_ORDER>{slots}</TIME_ORDER>
          {tiers}
        </ANNOTATION_DOCUMENT>
        """);

    private static string Slots(params int?[] times) => string.Concat(times.Select((t, i) => $"<TIME_SLOT TIME_SLOT_ID=\"ts{i + 1}\"{(t is null ? "" : $" TIME_VALUE=\"{t}\"")}/>"));
}
