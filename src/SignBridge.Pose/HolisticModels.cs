using SignBridge.Onnx;
using SignBridge.Pose.Holistic;

namespace SignBridge.Pose;

/// <summary>The graphs of MediaPipe Holistic, loaded once. Any number of <see cref="HolisticEstimator"/> may run on them at the same time.</summary>
public sealed class HolisticModels : IDisposable
{
    // One thread a graph and none that spins: the parts run side by side instead, and so do streams. Measured on 2 cores: body and both
    // hands at 46 frames/s (44 with two threads for the body, 21 with spinning), with the face 37 (33, 14).
    private static readonly SessionTuning Tuning = new(Threads: 1, FixedShapes: true);

    private readonly Task<VisionModel>[] _loaded;

    private HolisticModels(ModelPackage package, SessionFactory sessions, HolisticOptions options, IReadOnlyList<int> batchSizes)
    {
        var card = package.ReadCard<PoseCard>();
        if (card.Layout != SkeletonLayout.Holistic.Name)
            throw Failure(package, $"has the layout '{card.Layout}', expected '{SkeletonLayout.Holistic}'");
        if (!card.Graphs.PoseLandmarks.TryGetValue(options.Body, out var body))
            throw Failure(package, $"has no poseLandmarks graph '{options.Body}' (it has: {string.Join(", ", card.Graphs.PoseLandmarks.Keys)})");
        Extractor = package.Card.Extractor ?? package.Card.Name;

        // Side by side: loading is most of the start-up time.
        Task<VisionModel> Start(string file, params VisionOutput[] outputs) =>
            Task.Run(() => VisionModel.Load(package, file, sessions, Tuning, batchSizes, outputs));
        _loaded =
        [
            Start(body, new("landmarks", 39, 5), new("presence", 1), new("heatmap", 64, 64, 39)),
            Start(card.Graphs.PoseDetector, new("boxes", 2254, 12), new("scores", 2254)),
            Start(card.Graphs.HandLandmarks, new("landmarks", 21, 3), new("presence", 1)),
            Start(card.Graphs.HandRecrop, new VisionOutput("crop", 4)),
            .. options.Face
                ? (Task<VisionModel>[])
                [
                    Start(card.Graphs.FaceDetector, new("boxes", 896, 16), new("scores", 896)),
                    Start(card.Graphs.FaceLandmarks, new("landmarks", 468, 3), new("presence", 1)),
                ]
                : [],
        ];
    }

    /// <summary>Name of the package, or of the one that it is a variant of; recognisers and <c>.pose</c> files call it the extractor.</summary>
    public string Extractor { get; }

    /// <summary>Whether the face models are loaded.</summary>
    public bool HasFace => _loaded.Length > 4;

    internal VisionModel Body => _loaded[0].Result;

    internal VisionModel BodyDetector => _loaded[1].Result;

    internal VisionModel Hand => _loaded[2].Result;

    internal VisionModel HandRecrop => _loaded[3].Result;

    internal VisionModel FaceDetector => _loaded[4].Result;

    internal VisionModel Face => _loaded[5].Result;

    /// <summary>Loads the graphs that <paramref name="options"/> need, side by side.</summary>
    /// <exception cref="SignBridgeException">A file is damaged or not what the card says (<see cref="FailureKind.Model"/>).</exception>
    public static HolisticModels Load(ModelPackage package, SessionFactory sessions, HolisticOptions options)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(sessions);
        ArgumentNullException.ThrowIfNull(options);
        return Load(package, sessions, options, sessions.BatchSizes);
    }

    internal static HolisticModels Load(ModelPackage package, SessionFactory sessions, HolisticOptions options, IReadOnlyList<int> batchSizes)
    {
        var models = new HolisticModels(package, sessions, options, batchSizes);
        try
        {
            Task.WhenAll(models._loaded).GetAwaiter().GetResult();
            return models;
        }
        catch
        {
            models.Dispose();
            throw;
        }
    }

    /// <summary>Unloads the graphs; no estimator may run on them any more.</summary>
    public void Dispose()
    {
        foreach (var model in _loaded.Where(m => m.IsCompletedSuccessfully))
            model.Result.Dispose();
    }

    private static SignBridgeException Failure(ModelPackage package, string problem) => new(
        FailureKind.Model, $"The card of '{package.Directory}' {problem}; correct the card or name another package.");
}
