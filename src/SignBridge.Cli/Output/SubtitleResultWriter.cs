using System.Text;

namespace SignBridge.Cli;

/// <summary>A whole SRT or WebVTT file; for one input only.</summary>
internal sealed class SubtitleResultWriter(OutputFile output, Func<IReadOnlyList<Caption>, string> format) : IResultWriter
{
    public void Write(TranslationResult result) => output.Write(Encoding.UTF8.GetBytes(format(result.Captions)));

    public void WriteFailure(string input, string error)
    {
    }

    public void Dispose()
    {
    }
}
