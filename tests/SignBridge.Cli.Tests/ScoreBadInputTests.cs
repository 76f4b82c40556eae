using System.Text;

namespace SignBridge.Cli.Tests;

/// <summary><c>score</c> on files that are not as they should be: one sentence, exit code 1, no output.</summary>
public sealed class ScoreBadInputTests : IDisposable
{
    private static readonly Dictionary<string, string> Files = new()
    {
        ["two.txt"] = "a\nb\n",
        ["three.txt"] = "a\nb\nc\n",
        ["nothing.txt"] = "",
        ["words"] = "a\nb\n",
        ["ok.jsonl"] = "{\"id\":\"1\",\"text\":\"a\"}\n{\"id\":\"2\",\"text\":\"b\"}\n",
        ["less.jsonl"] = "{\"id\":\"1\",\"text\":\"a\"}\n",
        ["twice.jsonl"] = "{\"id\":\"1\",\"text\":\"a\"}\n{\"id\":\"1\",\"text\":\"b\"}\n",
        ["nojson.jsonl"] = "{\"id\":\"1\",\"text\":\"a\"}\n{\"id\":\n",
        ["list.jsonl"] = "[1]\n",
        ["noid.jsonl"] = "{\"name\":\"1\",\"text\":\"a\"}\n",
        ["later.jsonl"] = "{\"id\":\"1\",\"text\":\"a\"}\n{\"id\":\"2\",\"error\":\"no\"}\n",
        ["null.jsonl"] = "{\"id\":\"1\",\"text\":null}\n",
        ["gloss.csv"] = "id,gloss\n1,A\n2,B\n",
        ["short.csv"] = "id,text\n1,a\n2\n",
        ["empty-id.csv"] = "id,text\n,a\n",
        ["empty.csv"] = "",
        ["ok.stm"] = "a 1 s 0 1 A\n",
        ["short.stm"] = "a 1 s 0 1 A\na 1 s zero 1 A\n",
        ["open.stm"] = "a 1 s 0 1 A { B / C\n",
        ["closed.stm"] = "a 1 s 0 1 A } B\n",
        ["ignored.stm"] = "a 1 s 0 1 IGNORE_TIME_SEGMENT_IN_SCORING\n",
        ["comments.stm"] = ";; nothing\n\n",
        ["ok.ctm"] = "a 1 0 0.1 A\n",
        ["short.ctm"] = "a 1 0 0.1 A\na 1 0 0.1\n",
        ["other.ctm"] = "b 1 0 0.1 A\n",
    };

    private readonly WorkFolder _folder = new();

    public ScoreBadInputTests()
    {
        foreach (var (name, content) in Files)
            File.WriteAllText(_folder[name], content);
        File.WriteAllBytes(_folder["latin.txt"], [.. "a\n"u8, 0xFC, .. "b\n"u8]);
        File.WriteAllBytes(_folder["latin.csv"], [.. "id,text\n1,a\n2,"u8, 0xFC, .. "\n"u8]);
        File.WriteAllText(_folder["utf16.txt"], "a\nb\n", Encoding.Unicode);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("two.txt three.txt", "'two.txt' has 2 lines and 'three.txt' has 3")]
    [InlineData("two.txt nothing.txt", "'nothing.txt' has no segments")]
    [InlineData("nothing.txt two.txt", "'nothing.txt' has no segments")]
    [InlineData("missing.txt two.txt", "'missing.txt' does not exist")]
    [InlineData("two.txt missing/ref.txt", "'missing/ref.txt' does not exist")]
    [InlineData("two.txt latin.txt", "'latin.txt' is not UTF-8 in line 2")]
    [InlineData("utf16.txt two.txt", "'utf16.txt' is not UTF-8 in line 1")]
    [InlineData("ok.jsonl latin.csv", "'latin.csv' is not UTF-8 in line 3")]
    [InlineData("two.txt words", "'words' does not say its format")]
    [InlineData("two.txt ok.jsonl", "'two.txt' and 'ok.jsonl' cannot be joined")]
    [InlineData("ok.stm ok.ctm", "'ok.stm' and 'ok.ctm' cannot be joined")]
    [InlineData("less.jsonl ok.jsonl", "The id '2' of 'ok.jsonl' is missing in 'less.jsonl'")]
    [InlineData("ok.jsonl less.jsonl", "The id '2' of 'ok.jsonl' is missing in 'less.jsonl'")]
    [InlineData("twice.jsonl ok.jsonl", "'twice.jsonl' has the id '1' twice")]
    [InlineData("nojson.jsonl ok.jsonl", "'nojson.jsonl' has a broken line 2 (no JSON at byte")]
    [InlineData("list.jsonl ok.jsonl", "'list.jsonl' has a broken line 1 (no object)")]
    [InlineData("noid.jsonl ok.jsonl", "'noid.jsonl' has no column 'id' (its columns are name, text)")]
    [InlineData("later.jsonl ok.jsonl", "'later.jsonl' has a broken line 2 (no text)")]
    [InlineData("null.jsonl ok.jsonl", "'null.jsonl' has a broken line 1 (text is no text)")]
    [InlineData("ok.jsonl gloss.csv", "'ok.jsonl' has a column 'text' and 'gloss.csv' has 'gloss'")]
    [InlineData("ok.jsonl gloss.csv --column text", "'gloss.csv' has no column 'text' (its columns are id, gloss)")]
    [InlineData("ok.jsonl short.csv", "short.csv:3: the row cannot be used: it has 1 of 2 fields")]
    [InlineData("ok.jsonl empty-id.csv", "empty-id.csv:2 has no id")]
    [InlineData("ok.jsonl empty.csv", "'empty.csv' is empty")]
    [InlineData("ok.ctm short.stm", "'short.stm' has a broken line 2")]
    [InlineData("ok.ctm open.stm", "'open.stm' has a broken line 1 (a brace is not closed)")]
    [InlineData("ok.ctm closed.stm", "'closed.stm' has a broken line 1 ('}' without a brace that opens)")]
    [InlineData("ok.ctm ignored.stm", "'ignored.stm' has no segment that is scored")]
    [InlineData("ok.ctm comments.stm", "'comments.stm' has no segments")]
    [InlineData("short.ctm ok.stm", "'short.ctm' has a broken line 2")]
    [InlineData("other.ctm ok.stm", "'other.ctm' has a broken line 1 ('b 1' is no file and channel of 'ok.stm')")]
    [InlineData("two.txt two.txt --baseline three.txt", "'three.txt' has 3 lines and 'two.txt' has 2")]
    public async Task Score_BadFiles_SayWhyInOneSentenceAndWriteNothing(string arguments, string expected)
    {
        var run = await CliProcess.RunAsync(_folder, ["score", .. arguments.Split(' '), "-o", "scores.txt"]);

        run.AssertFailed(1, expected);
        Assert.False(File.Exists(_folder["scores.txt"]));
    }
}
