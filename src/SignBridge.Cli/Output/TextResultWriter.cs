using System.Text;

namespace SignBridge.Cli;

/// <summary>A sentence a line; with several inputs each behind its input and a tab.</summary>
internal sealed class TextResultWriter(OutputFile output, bool named) : IResultWriter
{
    public void Write(TranslationResult result) =>
        output.Write(Encoding.UTF8.GetBytes(named ? $"{result.Input}\t{result.Text}\n" : $"{result.Text}\n"));

    public void WriteFailure(string input, string error)
    {
    }

    public void Dispose()
    {
    }
}
