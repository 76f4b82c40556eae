using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using SignBridge.Onnx;

namespace SignBridge.Translation;

/// <summary>Keys and values of every attention layer for some rows (texts that are decoded side by side), with room for a fixed number of tokens.</summary>
/// <remarks>
/// A value is both the past that a step reads and the present that it writes: GroupQueryAttention then appends in place, and nothing is
/// copied between steps. It lies where the graph runs and never leaves that device. The room is cleared once, because the kernel may read
/// (not use) what lies behind the last token.
/// </remarks>
internal sealed class KeyValueCache : IDisposable
{
    private readonly OrtValue[] _values;
    private readonly int _heads;
    private readonly int _headBytes;
    private readonly DeviceMemory _memory;

    /// <summary>Allocates the cache.</summary>
    /// <param name="memory">Where the graph runs.</param>
    /// <param name="architecture">Layers, heads and head size.</param>
    /// <param name="elements">float16 or float32, as the graph says.</param>
    /// <param name="rows">Texts side by side.</param>
    /// <param name="capacity">Tokens of a row.</param>
    public KeyValueCache(DeviceMemory memory, LanguageModelArchitecture architecture, TensorElementType elements, int rows, int capacity)
    {
        _memory = memory;
        _heads = architecture.KvHeads;
        _headBytes = architecture.HeadSize * (elements == TensorElementType.Float ? sizeof(float) : sizeof(ushort));
        Rows = rows;
        Capacity = capacity;
        _values = new OrtValue[2 * architecture.Layers];
        for (var i = 0; i < _values.Length; i++)
            _values[i] = memory.Allocate(elements, [rows, architecture.KvHeads, capacity, architecture.HeadSize]);
    }

    /// <summary>Texts side by side.</summary>
    public int Rows { get; }

    /// <summary>Tokens that a row can hold.</summary>
    public int Capacity { get; }

    /// <summary>Binds every value as past and present of its layer.</summary>
    public void Bind(OrtIoBinding binding)
    {
        for (var i = 0; i < _values.Length; i++)
        {
            binding.BindInput(PastName(i), _values[i]);
            binding.BindOutput(PresentName(i), _values[i]);
        }
    }

    /// <summary>Fills the rows of another cache with the first tokens of rows of this one.</summary>
    /// <param name="target">Another cache of the same model.</param>
    /// <param name="sources">For each row of the target, which row of this cache it becomes.</param>
    /// <param name="tokens">How many tokens are copied.</param>
    public void CopyRows(KeyValueCache target, ReadOnlySpan<int> sources, int tokens)
    {
        using var copies = new TensorCopies(_memory);
        for (var i = 0; i < _values.Length; i++)
        {
            for (var head = 0; head < target.Rows * _heads; head++)
            {
                var source = (sources[head / _heads] * _heads) + (head % _heads);
                copies.Add(
                    _values[i], source * Capacity * _headBytes, target._values[i], head * target.Capacity * _headBytes, tokens * _headBytes);
            }
        }

        copies.Run();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var value in _values)
            value.Dispose();
    }

    /// <summary>The graph's name for value <paramref name="index"/> before a step: keys and values of the layers in turn.</summary>
    public static string PastName(int index) => FormattableString.Invariant($"past_key_values.{index / 2}.{(index % 2 == 0 ? "key" : "value")}");

    /// <summary>The graph's name for value <paramref name="index"/> after a step.</summary>
    public static string PresentName(int index) => FormattableString.Invariant($"present.{index / 2}.{(index % 2 == 0 ? "key" : "value")}");
}
