using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace SignBridge.Translation;

/// <summary>Keys and values of every attention layer for some rows (texts that are decoded side by side), with room for a fixed number of tokens.</summary>
/// <remarks>
/// A value is both the past that a step reads and the present that it writes: GroupQueryAttention then appends in place, and nothing is
/// copied between steps. The room is cleared once, because the kernel may read (not use) what lies behind the last token.
/// </remarks>
internal sealed class KeyValueCache : IDisposable
{
    private readonly OrtValue[] _values;
    private readonly int _heads;

    /// <summary>Allocates the cache.</summary>
    /// <param name="architecture">Layers, heads and head size.</param>
    /// <param name="elements">float16 or float32, as the graph says.</param>
    /// <param name="rows">Texts side by side.</param>
    /// <param name="capacity">Tokens of a row.</param>
    public KeyValueCache(LanguageModelArchitecture architecture, TensorElementType elements, int rows, int capacity)
    {
        _heads = architecture.KvHeads;
        Rows = rows;
        Capacity = capacity;
        _values = new OrtValue[2 * architecture.Layers];
        for (var i = 0; i < _values.Length; i++)
        {
            _values[i] = OrtValue.CreateAllocatedTensorValue(
                OrtAllocator.DefaultInstance, elements, [rows, architecture.KvHeads, capacity, architecture.HeadSize]);
            _values[i].GetTensorMutableRawData().Clear();
        }
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
        for (var i = 0; i < _values.Length; i++)
        {
            var from = _values[i].GetTensorMutableRawData();
            var to = target._values[i].GetTensorMutableRawData();
            var fromHead = from.Length / (Rows * _heads);
            var toHead = to.Length / (target.Rows * _heads);
            var length = fromHead / Capacity * tokens;
            for (var head = 0; head < target.Rows * _heads; head++)
            {
                var source = (sources[head / _heads] * _heads) + (head % _heads);
                from.Slice(source * fromHead, length).CopyTo(to[(head * toHead)..]);
            }
        }
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
