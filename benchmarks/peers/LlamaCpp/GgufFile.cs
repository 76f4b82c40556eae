using System.Text;

namespace SignBridge.Peers;

/// <summary>A file in the format GGUF, version 3 (ggml-org/ggml, docs/gguf.md): keys with values, descriptions of tensors, their data.</summary>
internal sealed class GgufFile
{
    private const int Alignment = 32;

    private readonly MemoryStream _keys = new();
    private readonly BinaryWriter _keyWriter;
    private readonly List<(string Name, long[] Shape, TensorType Type, byte[] Data)> _tensors = [];
    private ulong _keyCount;

    public GgufFile() => _keyWriter = new BinaryWriter(_keys);

    /// <summary>The numbers of <c>ggml_type</c>.</summary>
    internal enum TensorType
    {
        Float32 = 0,
        Q4 = 2,
    }

    /// <summary>The numbers of <c>gguf_type</c>.</summary>
    private enum ValueType
    {
        UInt32 = 4,
        Int32 = 5,
        Float32 = 6,
        Text = 8,
        Array = 9,
    }

    public void Add(string key, uint value)
    {
        Key(key, ValueType.UInt32);
        _keyWriter.Write(value);
    }

    public void Add(string key, float value)
    {
        Key(key, ValueType.Float32);
        _keyWriter.Write(value);
    }

    public void Add(string key, string value)
    {
        Key(key, ValueType.Text);
        Write(_keyWriter, value);
    }

    public void Add(string key, IReadOnlyList<string> values)
    {
        Array(key, ValueType.Text, values.Count);
        foreach (var value in values)
            Write(_keyWriter, value);
    }

    public void Add(string key, IReadOnlyList<int> values)
    {
        Array(key, ValueType.Int32, values.Count);
        foreach (var value in values)
            _keyWriter.Write(value);
    }

    /// <param name="name">llama.cpp's name.</param>
    /// <param name="shape">The fastest dimension first.</param>
    /// <param name="type">How a value is stored.</param>
    /// <param name="data">All values.</param>
    public void Add(string name, long[] shape, TensorType type, byte[] data) => _tensors.Add((name, shape, type, data));

    public void Save(string path)
    {
        using var writer = new BinaryWriter(File.Create(path));
        writer.Write("GGUF"u8);
        writer.Write(3u);
        writer.Write((ulong)_tensors.Count);
        writer.Write(_keyCount);
        writer.Write(_keys.GetBuffer().AsSpan(0, (int)_keys.Length));
        var offset = 0UL;
        foreach (var (name, shape, type, data) in _tensors)
        {
            Write(writer, name);
            writer.Write((uint)shape.Length);
            foreach (var size in shape)
                writer.Write(size);
            writer.Write((int)type);
            writer.Write(offset);
            offset += (ulong)Aligned(data.Length);
        }

        foreach (var tensor in _tensors)
        {
            writer.Flush();
            writer.Write(new byte[Aligned(writer.BaseStream.Position) - writer.BaseStream.Position]);
            writer.Write(tensor.Data);
        }
    }

    private static long Aligned(long length) => (length + Alignment - 1) / Alignment * Alignment;

    private static void Write(BinaryWriter writer, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        writer.Write((ulong)bytes.Length);
        writer.Write(bytes);
    }

    private void Key(string key, ValueType type)
    {
        _keyCount++;
        Write(_keyWriter, key);
        _keyWriter.Write((int)type);
    }

    private void Array(string key, ValueType type, int count)
    {
        Key(key, ValueType.Array);
        _keyWriter.Write((int)type);
        _keyWriter.Write((ulong)count);
    }
}
