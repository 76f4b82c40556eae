using System.Text.Json;

namespace SignBridge.Cli;

/// <summary>One indented object; an array of them where there are several inputs.</summary>
internal sealed class JsonResultWriter : IResultWriter
{
    private readonly Stream _output;
    private readonly Utf8JsonWriter _json;
    private readonly bool _array;

    public JsonResultWriter(Stream output, bool array)
    {
        _output = output;
        _json = new Utf8JsonWriter(output, ResultJson.Layout(indented: true));
        _array = array;
        if (array)
            _json.WriteStartArray();
    }

    public void Write(TranslationResult result)
    {
        ResultJson.Write(_json, result);
        _json.Flush();
    }

    public void WriteFailure(string input, string error)
    {
        ResultJson.WriteError(_json, input, error);
        _json.Flush();
    }

    public void Dispose()
    {
        if (_array)
            _json.WriteEndArray();
        _json.Flush();
        if (_json.BytesCommitted > 0)
            _output.WriteByte((byte)'\n');
        _json.Dispose();
        _output.Flush();
    }
}
