using System.Runtime.InteropServices;
using SignBridge.Onnx;
using SignBridge.Translation;

namespace SignBridge.Peers;

/// <summary>Writes a model package of the architecture llama as a GGUF file with the very same weights.</summary>
/// <remarks>Names and order are those that llama.cpp expects of the architecture (gguf-py/gguf/tensor_mapping.py, conversion of LlamaForCausalLM).</remarks>
internal sealed class LlamaGguf
{
    private const float NormEpsilon = 1e-5f;
    private const float RopeBase = 100_000;

    private readonly GgufFile _file = new();
    private readonly LanguageModelArchitecture _size;
    private readonly GraphWeights _graph;
    private readonly int _hidden;

    private LlamaGguf(GraphWeights graph, LanguageModelArchitecture size)
    {
        (_graph, _size) = (graph, size);
        _hidden = graph.Int4("lm_head").Columns;
    }

    public static void Write(ModelPackage package, string path)
    {
        var card = LanguageModelCard.Read(package);
        var gguf = new LlamaGguf(new GraphWeights(package.PathOf("model.onnx"), package.PathOf("model.onnx.data")), card.Architecture);
        gguf.RequireRopeBase();
        gguf.AddNumbers(package.Card.Name);
        gguf.AddTokenizer(TokenizerFile.Read(File.ReadAllBytes(package.PathOf("tokenizer.json"))), card.EndId);
        gguf.AddWeights();
        gguf._file.Save(path);
    }

    private int Heads => _hidden / _size.HeadSize;

    /// <summary>The graph keeps the cosines of the rotary embedding, GGUF its base.</summary>
    private void RequireRopeBase()
    {
        var cosines = _graph.Halves("cos_cache");
        var half = _size.HeadSize / 2;
        for (var i = 0; i < cosines.Length; i++)
        {
            var angle = i / half * Math.Pow(RopeBase, -(i % half) / (double)half);
            if (Math.Abs((double)cosines[i] - Math.Cos(angle)) > 1e-3)
                throw new InvalidDataException($"The graph's rotary embedding has another base than {RopeBase}.");
        }
    }

    private void AddNumbers(string name)
    {
        _file.Add("general.architecture", "llama");
        _file.Add("general.name", name);
        _file.Add("general.file_type", 2u); // mostly Q4_0
        _file.Add("general.quantization_version", 2u);
        _file.Add("llama.block_count", (uint)_size.Layers);
        _file.Add("llama.context_length", (uint)_size.Context);
        _file.Add("llama.embedding_length", (uint)_hidden);
        _file.Add("llama.feed_forward_length", (uint)_graph.Int4("model.layers.0.mlp.up_proj").Rows);
        _file.Add("llama.attention.head_count", (uint)Heads);
        _file.Add("llama.attention.head_count_kv", (uint)_size.KvHeads);
        _file.Add("llama.attention.layer_norm_rms_epsilon", NormEpsilon);
        _file.Add("llama.rope.dimension_count", (uint)_size.HeadSize);
        _file.Add("llama.rope.freq_base", RopeBase);
    }

    private void AddTokenizer(TokenizerFile tokenizer, int endId)
    {
        const int Normal = 1, Control = 3;
        _file.Add("tokenizer.ggml.model", "gpt2");
        _file.Add("tokenizer.ggml.pre", tokenizer.SplitsDigits ? "smollm" : "gpt-2");
        _file.Add("tokenizer.ggml.tokens", [.. tokenizer.Vocabulary.OrderBy(t => t.Value).Select(t => t.Key)]);
        _file.Add("tokenizer.ggml.token_type", [.. tokenizer.Vocabulary.OrderBy(t => t.Value).Select(t => tokenizer.SpecialTokens.ContainsKey(t.Key) ? Control : Normal)]);
        _file.Add("tokenizer.ggml.merges", tokenizer.Merges);
        _file.Add("tokenizer.ggml.eos_token_id", (uint)endId);
    }

    private void AddWeights()
    {
        // Without output.weight, llama.cpp scores the tokens with their embeddings, as the graph does.
        Add("token_embd", _graph.Int4("lm_head"));
        Add("output_norm", _graph.Floats($"model.layers.{_size.Layers}.final_norm_layernorm.weight"));
        for (var layer = 0; layer < _size.Layers; layer++)
        {
            var (from, to) = ($"model.layers.{layer}", $"blk.{layer}");
            var packed = _graph.Int4($"{from}.attn.qkv_proj");
            var values = _size.KvHeads * _size.HeadSize;
            Add($"{to}.attn_norm", _graph.Floats($"{from}.input_layernorm.weight"));
            Add($"{to}.attn_q", packed.Slice(0, _hidden), Interleaved);
            Add($"{to}.attn_k", packed.Slice(_hidden, values), Interleaved);
            Add($"{to}.attn_v", packed.Slice(_hidden + values, values));
            Add($"{to}.attn_output", _graph.Int4($"{from}.attn.o_proj"));
            Add($"{to}.ffn_norm", _graph.Floats($"{from}.post_attention_layernorm.weight"));
            Add($"{to}.ffn_gate", _graph.Int4($"{from}.mlp.gate_proj"));
            Add($"{to}.ffn_up", _graph.Int4($"{from}.mlp.up_proj"));
            Add($"{to}.ffn_down", _graph.Int4($"{from}.mlp.down_proj"));
        }
    }

    // The graph rotates value i of a head with value i + half, llama.cpp's llama value 2i with value 2i + 1.
    private int Interleaved(int row)
    {
        var (head, place) = (row / _size.HeadSize, row % _size.HeadSize);
        return (head * _size.HeadSize) + (place % 2 * (_size.HeadSize / 2)) + (place / 2);
    }

    private void Add(string name, float[] vector) =>
        _file.Add(name + ".weight", [vector.Length], GgufFile.TensorType.Float32, MemoryMarshal.AsBytes(vector.AsSpan()).ToArray());

    private void Add(string name, Int4Matrix matrix, Func<int, int>? rowAt = null) =>
        _file.Add(name + ".weight", [matrix.Columns, matrix.Rows], GgufFile.TensorType.Q4, matrix.ToQ4(rowAt ?? (row => row)));
}
