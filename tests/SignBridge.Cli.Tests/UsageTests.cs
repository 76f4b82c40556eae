namespace SignBridge.Cli.Tests;

public sealed class UsageTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", "command")]
    [InlineData("translat x.mp4", "command")]
    [InlineData("translate", "INPUT")]
    [InlineData("translate x.mp4 --nonsense", "'--nonsense'")]
    [InlineData("translate x.mp4 --device nonsense", "'nonsense' is not a device")]
    [InlineData("translate x.mp4 --format xml", "'xml'")]
    [InlineData("translate x.mp4 --mode fast", "'fast'")]
    [InlineData("translate x.mp4 --beams none", "--beams takes a number from 1 to 1000, not 'none'")]
    [InlineData("translate x.mp4 --best 0", "--best takes a number from 1 to 1000, not '0'")]
    [InlineData("translate x.mp4 --fps 0", "--fps takes a rate")]
    [InlineData("translate x.mp4 --llm nowhere", "--llm takes an address")]
    [InlineData("translate x.mp4 --llm http://localhost/v1 --text plain", "exclude each other")]
    [InlineData("translate - -", "once")]
    [InlineData("translate x.mp4 y.mp4 --format srt", "one input")]
    [InlineData("translate x.mp4 y.mp4 --overlay z.mp4", "one input")]
    [InlineData("pose x.mp4", "'-o'")]
    [InlineData("pose x.mp4 --hands -o poses", "'--hands'")]
    [InlineData("samples pull --all", "'--all'")]
    [InlineData("teach", "NAME")]
    [InlineData("teach kai", "CLIP")]
    [InlineData("teach ? x.mp4", "A sign cannot be called '?'")]
    [InlineData("teach a/b x.mp4", "A sign cannot be called 'a/b'")]
    [InlineData("teach kai x.mp4 --nonsense", "'--nonsense'")]
    [InlineData("signs evaluate x --ways 1", "--ways takes a number from 2, not '1'")]
    [InlineData("score", "HYP")]
    [InlineData("score a.txt", "REF")]
    [InlineData("score a.txt b.txt --metrics bleu,meteor", "--metrics takes names of wer, bleu")]
    [InlineData("score a.txt b.txt --metrics ,", "not ','")]
    [InlineData("score a.txt b.txt --tokenize spm", "'spm'")]
    [InlineData("score a.txt b.txt --clean phoenix", "'phoenix'")]
    [InlineData("score a.txt b.txt --smooth-value 1", "--smooth-value is for --smooth floor and add-k")]
    [InlineData("score a.txt b.txt --smooth floor --smooth-value -1", "--smooth-value takes a number from 0")]
    [InlineData("score a.txt b.txt --paired bs", "--paired is for --baseline")]
    [InlineData("score a.txt b.txt --trials 0", "--trials takes a number from 1, not '0'")]
    [InlineData("score a.txt b.txt --nonsense", "'--nonsense'")]
    [InlineData("inspect", "DATA")]
    [InlineData("inspect x --sample some", "--sample takes a number from 0, not 'some'")]
    [InlineData("serve --listen 8600", "--listen takes an address and a port")]
    [InlineData("serve --listen ::1", "--listen takes an address and a port")]
    [InlineData("serve --listen example.org:80", "--listen takes an address and a port")]
    [InlineData("serve --listen 0.0.0.0:8600", "Other machines reach 0.0.0.0: set a token")]
    [InlineData("serve --token short", "can be guessed")]
    [InlineData("serve --allow-origin example.org", "--allow-origin takes an origin")]
    [InlineData("serve --sessions 0", "--sessions takes a number")]
    public async Task Arguments_ThatAreWrong_AreExplainedInOneSentence(string arguments, string expected)
    {
        var run = await CliProcess.RunAsync(_folder, arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        run.AssertFailed(2, expected, "--help.");
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Theory]
    [InlineData("", "translate")]
    [InlineData("translate", "--overlay")]
    [InlineData("pose", "--face")]
    [InlineData("models", "verify")]
    [InlineData("models list", "--models")]
    [InlineData("models show", "NAME")]
    [InlineData("models verify", "NAME")]
    [InlineData("samples", "pull")]
    [InlineData("samples pull", "DIR")]
    [InlineData("doctor", "--models")]
    [InlineData("teach", "--signs")]
    [InlineData("signs", "evaluate")]
    [InlineData("signs import", "--force")]
    [InlineData("signs evaluate", "--examples")]
    [InlineData("score", "--tokenize")]
    [InlineData("inspect", "--dataset")]
    [InlineData("serve", "--allow-origin")]
    public async Task Help_OfACommand_NamesItAndItsOptions(string command, string contained)
    {
        var run = await CliProcess.RunAsync(_folder, [.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
        run.AssertSucceeded();
        Assert.Empty(run.Errors);
        Assert.Contains($"signbridge {command}".TrimEnd(), run.Output, StringComparison.Ordinal);
        Assert.Contains(contained, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Version_IsOnTheStandardOutput()
    {
        var run = await CliProcess.RunAsync(_folder, "--version");
        Assert.Matches(@"^\d+\.\d+\.\d+", run.AssertSucceeded().Output);
    }
}
