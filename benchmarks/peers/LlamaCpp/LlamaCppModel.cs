using System.Numerics.Tensors;
using LLama;
using LLama.Common;
using LLama.Native;

namespace SignBridge.Peers;

/// <summary>llama.cpp on the CPU; its key-value cache is float16, as ours is.</summary>
internal sealed class LlamaCppModel : IPeerModel
{
    private readonly LLamaContext _context;
    private readonly LLamaBatch _batch = new();
    private readonly int _kept;
    private int _length;

    /// <param name="weights">The loaded file.</param>
    /// <param name="path">The file.</param>
    /// <param name="threads">For prompts and for tokens.</param>
    /// <param name="prefix">The beginning of every prompt that stays in the cache; empty for none.</param>
    public LlamaCppModel(LLamaWeights weights, string path, int threads, int[] prefix)
    {
        Name = $"llama.cpp, {threads} thread{(threads == 1 ? "" : "s")}";
        _context = weights.CreateContext(new ModelParams(path) { ContextSize = 256, GpuLayerCount = 0, Threads = threads, BatchThreads = threads });
        if (prefix.Length > 0)
            Append(prefix);
        _kept = prefix.Length;
    }

    public string Name { get; }

    public int Start(int[] prompt)
    {
        _context.NativeHandle.MemorySequenceRemove(LLamaSeqId.Zero, _kept, -1);
        _length = _kept;
        return Append(prompt.AsSpan(_kept));
    }

    public int Next(int token) => Append([token]);

    public void Dispose() => _context.Dispose();

    private int Append(ReadOnlySpan<int> tokens)
    {
        _batch.Clear();
        var last = 0;
        for (var i = 0; i < tokens.Length; i++)
            last = _batch.Add(tokens[i], _length++, LLamaSeqId.Zero, logits: i == tokens.Length - 1);
        if (_context.NativeHandle.Decode(_batch) is var result and not DecodeResult.Ok)
            throw new InvalidOperationException($"llama.cpp answered {result}.");
        return TensorPrimitives.IndexOfMax<float>(_context.NativeHandle.GetLogitsIth(last));
    }
}
