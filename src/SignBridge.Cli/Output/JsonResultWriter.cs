using System.Buffers;
using System.Text.Json;

namespace SignBridge.Cli;

/// <summary>One indented object; an array of them where there are several inputs.</summary>
internal sealed class JsonResultWriter : IResultWriter
{
    private readonly ArrayBufferWriter<byte> _pending = new();
    private readonly OutputFile _output;
    private readonly Utf8JsonWriter _json;
    private readonly bool _array;

    public JsonResultWriter(OutputFile output, bool array)
    {
        _output = output;
        _json = new Utf8JsonWriter(_pending, ResultJson.Layout(indented: true));
        _array = array;
        if (array)
            _json.WriteStartArray();
    }

    public void Write(TranslationResult result)
    {
        ResultJson.Write(_json, result);
        Flush();
    }

    public void WriteFailure(string input, string error)
    {
        ResultJson.WriteError(_json, input, error);
        Flush();
    }

    /// <summary>Ends the array, so that what was finished before Ctrl-C is whole JSON.</summary>
    public void Dispose()
    {
        if (_array)
            _json.WriteEndArray();
        _json.Flush();
        var isEmpty = _json.BytesCommitted == 0;
        _json.Dispose();
        if (isEmpty)
            return;
        _pending.Write("\n"u8);
        _output.Write(_pending.WrittenSpan);
    }

    private void Flush()
    {
        _json.Flush();
        _output.Write(_pending.WrittenSpan);
        _pending.ResetWrittenCount();
    }
}
