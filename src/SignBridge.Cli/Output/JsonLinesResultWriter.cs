using System.Text.Json;

namespace SignBridge.Cli;

/// <summary>One object a line.</summary>
internal sealed class JsonLinesResultWriter(Stream output) : IResultWriter
{
    public void Write(TranslationResult result) => WriteLine(json => ResultJson.Write(json, result));

    public void WriteFailure(string input, string error) => WriteLine(json => ResultJson.WriteError(json, input, error));

    public void Dispose() => output.Flush();

    private void WriteLine(Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(output, ResultJson.Layout(indented: false)))
            write(json);
        output.WriteByte((byte)'\n');
        output.Flush();
    }
}
