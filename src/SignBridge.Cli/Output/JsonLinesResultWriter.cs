using System.Buffers;
using System.Text.Json;

namespace SignBridge.Cli;

/// <summary>One object a line.</summary>
internal sealed class JsonLinesResultWriter(OutputFile output) : IResultWriter
{
    public void Write(TranslationResult result) => WriteLine(json => ResultJson.Write(json, result));

    public void WriteFailure(string input, string error) => WriteLine(json => ResultJson.WriteError(json, input, error));

    public void Dispose()
    {
    }

    private void WriteLine(Action<Utf8JsonWriter> write)
    {
        var line = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(line, ResultJson.Layout(indented: false)))
            write(json);
        line.Write("\n"u8);
        output.Write(line.WrittenSpan);
    }
}
