using System.Buffers;
using System.Text.Json;

namespace SignBridge.Web;

/// <summary>Writes JSON into an array of its own.</summary>
internal static class JsonBytes
{
    public static byte[] Of(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, ResultJson.Layout(indented: false)))
            write(json);
        return buffer.WrittenSpan.ToArray();
    }
}
