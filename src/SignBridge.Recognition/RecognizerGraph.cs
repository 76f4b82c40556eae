using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using SignBridge.Onnx;

namespace SignBridge.Recognition;

/// <summary>The graph of a recogniser, checked against its card once: every output exists and has the shape that the labels ask for.</summary>
internal sealed class RecognizerGraph : IDisposable
{
    private readonly OnnxModel _model;
    private readonly string[] _inputNames;
    private readonly string[] _outputNames;
    private readonly RecognitionOutputCard _outputs;

    private RecognizerGraph(OnnxModel model, RecognitionCard card)
    {
        _model = model;
        _outputs = card.Output;
        Input = new LandmarkInput(SkeletonLayout.Parse(card.Input.Layout), card.Input.FramesPerStep);
        _inputNames = [card.Input.Name];
        _outputNames = [.. ((string?[])[_outputs.Ctc, _outputs.Isolated, _outputs.Embedding]).OfType<string>()];
    }

    /// <summary>Brings poses into the form that the graph takes.</summary>
    public LandmarkInput Input { get; }

    /// <summary>Values of an embedding; 0 where the graph gives none.</summary>
    public int EmbeddingSize { get; private set; }

    /// <summary>Loads a graph and runs it once on frames without a person: that proves the contract, and pays for the slow first run.</summary>
    /// <exception cref="SignBridgeException">The graph is not what the card says (<see cref="FailureKind.Model"/>).</exception>
    public static RecognizerGraph Load(string path, RecognitionCard card, int labels, SessionFactory sessions, SessionTuning tuning)
    {
        var graph = new RecognizerGraph(sessions.Load(path, tuning), card);
        try
        {
            graph.Check(path, card, labels);
            return graph;
        }
        catch
        {
            graph.Dispose();
            throw;
        }
    }

    /// <summary>Runs the graph on a clip. Calls may overlap.</summary>
    public RecognizerOutput Run(PoseSequence poses)
    {
        var (landmarks, frames) = (Input.Layout.Count, Input.PaddedFrames(poses.Frames.Count));
        using var input = OrtValue.CreateAllocatedTensorValue(OrtAllocator.DefaultInstance, TensorElementType.Float, [1, frames, landmarks, 2]);
        Input.Write(poses, input.GetTensorMutableDataAsSpan<float>());
        using var outputs = _model.Run(_inputNames, [input], _outputNames);
        return new RecognizerOutput(
            _outputs.Ctc is null ? 0 : (int)Shape(outputs, _outputs.Ctc)[1],
            Values(outputs, _outputs.Ctc),
            Values(outputs, _outputs.Isolated),
            Values(outputs, _outputs.Embedding));
    }

    /// <inheritdoc/>
    public void Dispose() => _model.Dispose();

    private void Check(string path, RecognitionCard card, int labels)
    {
        if (!_model.Inputs.ContainsKey(card.Input.Name) || _model.Inputs.Count != 1)
            throw Mismatch(path, $"one input '{card.Input.Name}'", $"the graph has {string.Join(", ", _model.Inputs.Keys)}");
        foreach (var name in _outputNames.Where(n => !_model.Outputs.ContainsKey(n)))
            throw Mismatch(path, $"an output '{name}'", $"the graph has {string.Join(", ", _model.Outputs.Keys)}");

        const int Steps = 2;
        var frames = Steps * card.Input.FramesPerStep;
        var nobody = new float[frames * Input.Layout.Count * 2];
        Array.Fill(nobody, float.NaN);
        try
        {
            using var input = OrtValue.CreateTensorValueFromMemory(nobody, [1, frames, Input.Layout.Count, 2]);
            using var outputs = _model.Run(_inputNames, [input], _outputNames);
            Expect(path, outputs, _outputs.Ctc, [1, Steps, labels + 2], "steps × (blank, labels, unknown)");
            Expect(path, outputs, _outputs.Isolated, [1, labels + 1], "labels and unknown");
            Expect(path, outputs, _outputs.Embedding, [1, -1], "the size of the embedding");
            EmbeddingSize = Values(outputs, _outputs.Embedding).Length;
        }
        catch (OnnxRuntimeException e)
        {
            throw Mismatch(path, $"an input of {Input.Layout.Count} landmarks ({card.Input.Layout})", e.Message.Split('\n')[0].Trim(), e);
        }
    }

    private void Expect(string path, IReadOnlyList<OrtValue> outputs, string? name, long[] expected, string meaning)
    {
        if (name is null)
            return;
        var type = outputs[Array.IndexOf(_outputNames, name)].GetTensorTypeAndShape();
        var shape = type.Shape;
        if (type.ElementDataType != TensorElementType.Float || shape.Length != expected.Length || !shape.Zip(expected).All(d => d.Second < 0 || d.First == d.Second))
            throw Mismatch(path, $"'{name}' as float32 [{string.Join(", ", expected)}] ({meaning})", $"the graph gives {type.ElementDataType} [{string.Join(", ", shape)}]");
    }

    private long[] Shape(IReadOnlyList<OrtValue> outputs, string name) =>
        outputs[Array.IndexOf(_outputNames, name)].GetTensorTypeAndShape().Shape;

    private ReadOnlyMemory<float> Values(IReadOnlyList<OrtValue> outputs, string? name) =>
        name is null ? default : outputs[Array.IndexOf(_outputNames, name)].GetTensorDataAsSpan<float>().ToArray();

    private static SignBridgeException Mismatch(string path, string expected, string actual, Exception? cause = null) => new(
        FailureKind.Model, $"The model '{path}' does not fit its card: expected {expected}, but {actual}; restore the package or correct its card.json.", cause);
}
