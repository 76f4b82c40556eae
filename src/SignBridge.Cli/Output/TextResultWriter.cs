namespace SignBridge.Cli;

/// <summary>A sentence a line; with several inputs each behind its input and a tab.</summary>
internal sealed class TextResultWriter(Stream output, bool named) : IResultWriter
{
    private readonly StreamWriter _text = new(output, leaveOpen: true) { NewLine = "\n" };

    public void Write(TranslationResult result)
    {
        _text.WriteLine(named ? $"{result.Input}\t{result.Text}" : result.Text);
        _text.Flush();
    }

    public void WriteFailure(string input, string error)
    {
    }

    public void Dispose() => _text.Dispose();
}
