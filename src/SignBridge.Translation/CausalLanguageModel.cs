using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using SignBridge.Onnx;

namespace SignBridge.Translation;

/// <summary>A causal language model in the layout of onnxruntime-genai's model builder. Calls may overlap; each has its own <see cref="DecodingState"/>.</summary>
internal sealed class CausalLanguageModel : IDisposable
{
    /// <summary>int64 [rows, tokens].</summary>
    public const string Ids = "input_ids";

    /// <summary>int64 [rows, tokens so far].</summary>
    public const string Mask = "attention_mask";

    /// <summary>float32 [rows, 1, vocabulary], the scores after the last token; or [rows, tokens, vocabulary], those after every one.</summary>
    public const string LogitsName = "logits";

    private readonly OnnxModel _graph;
    private readonly LanguageModelArchitecture _architecture;
    private readonly TensorElementType _cacheElements;
    private int[] _prefix = [];
    private DecodingState? _prefixState;

    private CausalLanguageModel(OnnxModel graph, LanguageModelArchitecture architecture)
    {
        _graph = graph;
        _architecture = architecture;
        _cacheElements = graph.Inputs[KeyValueCache.PastName(0)].ElementDataType;
    }

    /// <summary>Whether a run gives the logits of every token; models/recipes/last_logits.py spares a graph all but the last ones.</summary>
    public bool ScoresEveryToken => _graph.Outputs[LogitsName].Dimensions[1] != 1;

    /// <summary>Tokens that the logits score.</summary>
    public int Vocabulary => _architecture.Vocabulary;

    /// <summary>The most tokens of a prompt and its answer together.</summary>
    public int Context => _architecture.Context;

    /// <summary>Loads a graph.</summary>
    /// <param name="path">The <c>.onnx</c> file.</param>
    /// <param name="architecture">The numbers that the graph must confirm.</param>
    /// <param name="sessions">Decides the device.</param>
    /// <param name="tuning">How the session uses the cores.</param>
    /// <exception cref="SignBridgeException">The graph does not load, has another layout or other numbers (<see cref="FailureKind.Model"/>).</exception>
    public static CausalLanguageModel Load(string path, LanguageModelArchitecture architecture, SessionFactory sessions, SessionTuning tuning)
    {
        var graph = sessions.Load(path, tuning);
        try
        {
            if (Contradiction(graph, architecture) is { } contradiction)
                throw Failure(path, contradiction, null);
            var model = new CausalLanguageModel(graph, architecture);
            // What dynamic dimensions leave open shows in a run, which warms the session up, too.
            model.Read([0], room: 0).Dispose();
            return model;
        }
        catch (OnnxRuntimeException e)
        {
            graph.Dispose();
            throw Failure(path, $"its first run failed: {e.Message.Split('\n')[0].Trim()}", e);
        }
        catch
        {
            graph.Dispose();
            throw;
        }
    }

    /// <summary>Computes the beginning that prompts share, once; not to be called while other calls run.</summary>
    public void CachePrefix(IReadOnlyList<int> prefix)
    {
        if (prefix.Count == 0)
            return;
        _prefixState?.Dispose();
        _prefix = [.. prefix];
        _prefixState = new DecodingState(this, rows: 1, capacity: _prefix.Length);
        _prefixState.AppendText(_prefix);
    }

    /// <summary>Reads a prompt; the caller disposes the state.</summary>
    /// <param name="prompt">At least one token.</param>
    /// <param name="room">How many tokens the answer may have.</param>
    public DecodingState Read(ReadOnlySpan<int> prompt, int room)
    {
        var state = new DecodingState(this, rows: 1, capacity: prompt.Length + room);
        try
        {
            // At least one token is left to read: its logits are what the answer starts from.
            if (_prefixState is not null && prompt.Length > _prefix.Length && prompt.StartsWith(_prefix))
                _prefixState.CopyTo(state, [0], _prefix.Length);
            state.AppendText(prompt[state.Length..]);
            return state;
        }
        catch
        {
            state.Dispose();
            throw;
        }
    }

    /// <summary>A cache of this model's layers; the caller disposes it.</summary>
    public KeyValueCache CreateCache(int rows, int capacity) => new(_graph.Memory, _architecture, _cacheElements, rows, capacity);

    /// <summary>A binding of this model's inputs and outputs; the caller disposes it.</summary>
    public OrtIoBinding CreateBinding() => _graph.CreateBinding();

    /// <summary>Runs the graph on bound memory.</summary>
    public void Run(OrtIoBinding binding) => _graph.Run(binding);

    /// <inheritdoc/>
    public void Dispose()
    {
        _prefixState?.Dispose();
        _graph.Dispose();
    }

    /// <returns>What in the graph differs from the layout or the numbers, or null.</returns>
    private static string? Contradiction(OnnxModel graph, LanguageModelArchitecture size)
    {
        var cacheNames = Enumerable.Range(0, 2 * size.Layers).Select(KeyValueCache.PastName).ToList();
        if (((string[])[Ids, Mask, .. cacheNames]).FirstOrDefault(name => !graph.Inputs.ContainsKey(name)) is { } missing)
            return $"it has no input {missing}";
        if (graph.Inputs.Keys.Except([Ids, Mask, .. cacheNames]).FirstOrDefault() is { } unexpected)
            return $"it has an input {unexpected} that the card's {size.Layers} layers do not explain";
        if (Enumerable.Range(0, cacheNames.Count).Select(KeyValueCache.PresentName).Append(LogitsName)
            .FirstOrDefault(name => !graph.Outputs.ContainsKey(name)) is { } missingOutput)
            return $"it has no output {missingOutput}";
        var cache = graph.Inputs[cacheNames[0]];
        if (cache.ElementDataType is not (TensorElementType.Float16 or TensorElementType.Float) || !Fits(cache, [-1, size.KvHeads, -1, size.HeadSize]))
            return $"its cache is {cache.ElementDataType} [{string.Join(", ", cache.Dimensions)}], the card says {size.KvHeads} heads of {size.HeadSize}";
        var logits = graph.Outputs[LogitsName];
        return logits.ElementDataType == TensorElementType.Float && Fits(logits, [-1, -1, size.Vocabulary])
            ? null
            : $"its logits are {logits.ElementDataType} [{string.Join(", ", logits.Dimensions)}], the card says Float with a vocabulary of {size.Vocabulary}";
    }

    // A dynamic dimension fits everything; the first run shows whether it was right.
    private static bool Fits(NodeMetadata value, int[] shape) =>
        value.Dimensions.Length == shape.Length && value.Dimensions.Zip(shape).All(d => d.First < 0 || d.Second < 0 || d.First == d.Second);

    private static SignBridgeException Failure(string path, string what, Exception? inner) => new(
        FailureKind.Model,
        $"The language model '{path}' does not have the layout of onnxruntime-genai that its card describes ({what}); restore the package from the repository or correct its card.",
        inner);
}
