using System.Text;
using SignBridge.Evaluation.Datasets;

namespace SignBridge.Evaluation.Tests.Datasets;

public sealed class ManifestReaderTests : IDisposable
{
    private readonly DatasetFolder _folder = new();
    private readonly ManifestReader _reader = new();

    public ManifestReaderTests() => _folder.Touch("clips/a.mp4", "clips/b.pose");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_CsvWithAllColumns_FillsTheSample()
    {
        _folder.Write(
            "m.csv",
            "id,file,gloss,text,split,signer,lang,start,end,fps,sequence,light",
            "one,clips/a.mp4,WHERE DOG,\"Where, he said, is the \"\"dog\"\"?\",test,anna,en,0.5,2.25,30,7,dim");

        var sample = Assert.Single(_folder.Samples(_reader, "m.csv"));

        Assert.Equal("one", sample.Id);
        Assert.Equal(new SampleMedia(_folder["clips/a.mp4"]) { Start = TimeSpan.FromSeconds(0.5), End = TimeSpan.FromSeconds(2.25), ImagesPerSecond = 30, Sequence = "7" }, sample.Media);
        Assert.Equal(["WHERE", "DOG"], sample.Glosses!);
        Assert.Equal("Where, he said, is the \"dog\"?", sample.Text);
        Assert.Equal(("test", "anna", "en"), (sample.Split, sample.Signer, sample.Language));
        Assert.Equal(new Dictionary<string, string> { ["light"] = "dim" }, sample.Columns);
    }

    [Fact]
    public void Read_EmptyFields_AreUnknown()
    {
        _folder.Write("m.tsv", "file\tgloss\ttext\tsigner\tlight", "clips/a.mp4\t\t \t\t");

        var sample = Assert.Single(_folder.Samples(_reader, "m.tsv"));

        Assert.Equal("clips/a.mp4", sample.Id);
        Assert.Null(sample.Glosses);
        Assert.Null(sample.Text);
        Assert.Null(sample.Signer);
        Assert.Empty(sample.Columns);
    }

    [Fact]
    public void Read_JsonLines_TakesGlossesAsListOrText()
    {
        _folder.Write(
            "m.jsonl",
            """{"id": "one", "file": "clips/a.mp4", "gloss": ["THANK YOU", "DOG"], "start": 1.5, "take": 3}""",
            "",
            """{"file": "clips/b.pose", "gloss": "WHERE  DOG", "text": null}""");

        var samples = _folder.Samples(_reader, "m.jsonl");

        Assert.Equal(["THANK YOU", "DOG"], samples[0].Glosses!);
        Assert.Equal(TimeSpan.FromSeconds(1.5), samples[0].Media.Start);
        Assert.Equal("3", samples[0].Columns["take"]);
        Assert.Equal(["WHERE", "DOG"], samples[1].Glosses!);
        Assert.Null(samples[1].Text);
    }

    [Theory]
    [InlineData("m.csv", "file,gloss\r\nclips/a.mp4,Küche\r\n")]
    [InlineData("m.jsonl", "{\"file\": \"clips/a.mp4\", \"gloss\": \"Küche\"}\r\n")]
    public void Read_ByteOrderMarkAndWindowsLineEnds_AreNoPartOfTheValues(string name, string text)
    {
        _folder.WriteBytes(name, [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]);

        var sample = Assert.Single(_folder.Samples(_reader, name));

        Assert.Equal("Küche", Assert.Single(sample.Glosses!));
    }

    [Theory]
    [InlineData("m.csv", "file,gloss\nclips/a.mp4,K\u00fcche\n", false, 2)]
    [InlineData("m.csv", "file,gloss\nclips/a.mp4,K\u00fcche\n", true, 2)]
    [InlineData("m.jsonl", "{\"file\": \"clips/a.mp4\", \"gloss\": \"K\u00fcche\"}\n", false, 1)]
    public void Read_BytesThatAreNotUtf8_AreRefusedInOneSentence(string name, string text, bool mark, int line)
    {
        byte[] latin = [.. mark ? Encoding.UTF8.GetPreamble() : [], .. Encoding.Latin1.GetBytes(text)];
        _folder.WriteBytes(name, latin);

        var failure = Assert.Throws<SignBridgeException>(() => _reader.Read(_folder[name]).ToList());

        Assert.Equal(FailureKind.Input, failure.Kind);
        Assert.Equal($"'{_folder[name]}' is not UTF-8 in line {line}: expected text in UTF-8 with or without a byte order mark; save it in this encoding.", failure.Message);
    }

    [Theory]
    [InlineData("m.csv", "clip,word\nclips/a.mp4,dog\n")]
    [InlineData("m.jsonl", "{\"clip\": \"clips/a.mp4\", \"word\": \"dog\"}\n")]
    public void Read_NoColumnFile_NamesTheColumnsFound(string name, string text)
    {
        _folder.Write(name, text);

        var failure = Assert.Throws<SignBridgeException>(() => _reader.Read(_folder[name]).ToList());

        Assert.Equal($"'{_folder[name]}' has no column 'file' (its columns are clip, word): add it, or rename the column that holds it.", failure.Message);
    }

    [Fact]
    public void Read_EmptyTable_SaysWhatIsExpected()
    {
        _folder.Write("m.csv", "", "");

        Assert.Contains("is empty: expected a first line with the names of the columns", Assert.Throws<SignBridgeException>(() => _reader.Read(_folder["m.csv"]).ToList()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_RowsThatCannotBeUsed_AreListedWithTheirLinesAndTheOthersAreRead()
    {
        _folder.Write(
            "m.csv",
            "id,file,start,end,fps",
            "a,clips/a.mp4,,,",
            "b,clips/gone.mp4,,,",
            "a,clips/b.pose,,,",
            "short,clips/a.mp4",
            "late,clips/a.mp4,2,1,",
            "now,clips/a.mp4,soon,,",
            "still,clips/a.mp4,,,0",
            "none,,,,",
            "\"two\nlines\",clips/a.mp4,,,",
            "last,clips/b.pose,,2,");

        Assert.Equal(
            ["missing-file m.csv:3", "duplicate-id m.csv:4", "broken-row m.csv:5", "broken-row m.csv:6", "broken-row m.csv:7", "broken-row m.csv:8", "broken-row m.csv:9"],
            _folder.Problems(_reader, "m.csv"));
        Assert.Equal(["a", "two\nlines", "last"], _reader.Read(_folder["m.csv"]).Where(e => e.Sample is not null).Select(e => e.Sample!.Id));
    }

    [Fact]
    public void Read_JsonThatIsBroken_IsListedWithItsLine()
    {
        _folder.Write("m.jsonl", """{"file": "clips/a.mp4"}""", """{"file": """, "[1]", """{"gloss": ["dog"]}""", """{"file": "clips/b.pose"}""");

        Assert.Equal(["broken-row m.jsonl:2", "broken-row m.jsonl:3", "broken-row m.jsonl:4"], _folder.Problems(_reader, "m.jsonl"));
    }

    [Fact]
    public void Read_FolderWithLabels_ReadsThem()
    {
        _folder.Write("clips/labels.csv", "gloss,file,source", "dog,a.mp4,elsewhere/a.mp4");

        Assert.True(_reader.Recognises(_folder["clips"]));
        var sample = Assert.Single(_folder.Samples(_reader, "clips"));
        Assert.Equal("elsewhere/a.mp4", sample.Columns["source"]);
        Assert.Equal(_folder["clips/a.mp4"], sample.Media.Path);
    }

    [Theory]
    [InlineData("clips/b.pose,\"cat", "clips/a.mp4,bird", "4")]
    [InlineData("clips/b.pose,6\" cat", "clips/a.mp4,6\" bird", "4")]
    [InlineData("clips/b.pose,\"cat\" and", "clips/b.pose,bird", "3")]
    public void Read_QuotesThatAreNotThoseOfCsv_AreABrokenRow(string row, string next, string last)
    {
        _folder.Write("m.csv", "file,gloss", "clips/a.mp4,\"\"\"dog\"\"\"", row, next);

        var entries = _reader.Read(_folder["m.csv"]).ToList();

        Assert.Equal(["\"dog\""], entries[0].Sample!.Glosses!);
        Assert.Equal(("broken-row", $"{_folder["m.csv"]}:3"), (entries[1].Problem!.Code, entries[1].Problem!.Place));
        Assert.Contains($"the row goes on to line {last}.", entries[1].Problem!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("clips/a.mp4,\"\"", null)]
    [InlineData("\"clips/a.mp4\",\"a, \"\"b\"\"\"", "a, \"b\"")]
    [InlineData("clips/a.mp4,\"\"\"\"", "\"")]
    public void Read_QuotedFields_AreTakenOutOfTheirQuotes(string row, string? text)
    {
        _folder.Write("m.csv", "file,text", row);

        Assert.Equal(text, Assert.Single(_folder.Samples(_reader, "m.csv")).Text);
    }
}
