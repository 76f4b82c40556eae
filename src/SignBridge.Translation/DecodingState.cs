using System.Numerics.Tensors;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace SignBridge.Translation;

/// <summary>Some texts of equal length that one call decodes side by side: their cache, and the logits after their last tokens.</summary>
internal sealed class DecodingState : IDisposable
{
    private const int LongestPiece = 64;

    private readonly CausalLanguageModel _model;
    private readonly KeyValueCache _cache;
    private readonly OrtIoBinding _binding;
    private readonly long[] _ones;
    private readonly OrtValue _ids;
    private readonly OrtValue _logits;

    /// <summary>Allocates a state without tokens.</summary>
    public DecodingState(CausalLanguageModel model, int rows, int capacity)
    {
        _model = model;
        _cache = model.CreateCache(rows, capacity);
        _binding = model.CreateBinding();
        _cache.Bind(_binding);
        _ones = new long[rows * capacity];
        Array.Fill(_ones, 1);
        _ids = OrtValue.CreateAllocatedTensorValue(OrtAllocator.DefaultInstance, TensorElementType.Int64, [rows, 1]);
        _logits = OrtValue.CreateAllocatedTensorValue(OrtAllocator.DefaultInstance, TensorElementType.Float, [rows, 1, model.Vocabulary]);
        _binding.BindOutput(CausalLanguageModel.LogitsName, _logits);
    }

    /// <summary>Tokens of each row so far.</summary>
    public int Length { get; private set; }

    /// <summary>Texts side by side.</summary>
    public int Rows => _cache.Rows;

    /// <summary>Tokens that a row can hold.</summary>
    public int Capacity => _cache.Capacity;

    /// <summary>The scores of every token after the last one of a row; they stand until the next step.</summary>
    public ReadOnlySpan<float> Logits(int row) => _logits.GetTensorDataAsSpan<float>().Slice(row * _model.Vocabulary, _model.Vocabulary);

    /// <summary>Appends one token to each row.</summary>
    public void Append(ReadOnlySpan<int> tokens) => Run(_ids, tokens);

    /// <summary>Appends a text to the only row.</summary>
    public void AppendText(ReadOnlySpan<int> tokens)
    {
        // What a run computes grows with its tokens: pieces keep the longest prompt within a few megabytes.
        for (; tokens.Length > LongestPiece; tokens = tokens[LongestPiece..])
            AppendPiece(tokens[..LongestPiece]);
        AppendPiece(tokens);
    }

    /// <summary>Makes another state the continuation of rows of this one.</summary>
    /// <param name="target">A state of the same model with room for the tokens.</param>
    /// <param name="sources">For each row of the target, which row of this state it becomes.</param>
    /// <param name="length">How many of the tokens it takes over. The target has no logits before its next step.</param>
    public void CopyTo(DecodingState target, ReadOnlySpan<int> sources, int length)
    {
        _cache.CopyRows(target._cache, sources, length);
        target.Length = length;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _binding.Dispose();
        _ids.Dispose();
        _logits.Dispose();
        _cache.Dispose();
    }

    private void AppendPiece(ReadOnlySpan<int> tokens)
    {
        using var ids = OrtValue.CreateAllocatedTensorValue(OrtAllocator.DefaultInstance, TensorElementType.Int64, [1, tokens.Length]);
        if (!_model.ScoresEveryToken)
        {
            Run(ids, tokens);
            return;
        }

        using var logits = OrtValue.CreateAllocatedTensorValue(
            OrtAllocator.DefaultInstance, TensorElementType.Float, [1, tokens.Length, _model.Vocabulary]);
        _binding.BindOutput(CausalLanguageModel.LogitsName, logits);
        Run(ids, tokens);
        logits.GetTensorDataAsSpan<float>()[^_model.Vocabulary..].CopyTo(_logits.GetTensorMutableDataAsSpan<float>());
        _binding.BindOutput(CausalLanguageModel.LogitsName, _logits);
    }

    private void Run(OrtValue ids, ReadOnlySpan<int> tokens)
    {
        var length = Length + (tokens.Length / Rows);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Capacity);
        TensorPrimitives.ConvertChecked(tokens, ids.GetTensorMutableDataAsSpan<long>());
        // Every row is full, so the mask is all ones, and its shape alone says how long the rows are now.
        using var mask = OrtValue.CreateTensorValueFromMemory(_ones, [Rows, length]);
        _binding.BindInput(CausalLanguageModel.Ids, ids);
        _binding.BindInput(CausalLanguageModel.Mask, mask);
        _model.Run(_binding);
        Length = length;
    }
}
