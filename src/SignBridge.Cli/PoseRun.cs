using SignBridge.Onnx;
using SignBridge.Pose;
using SignBridge.Pose.Files;
using SignBridge.Video;

namespace SignBridge.Cli;

/// <summary>Writes the poses of inputs, one after another, with one set of models.</summary>
internal sealed class PoseRun(
    ModelPackage package, SessionFactory sessions, HolisticOptions options, string folder, double imagesPerSecond, bool overwrite)
{
    public async Task<int> RunAsync(IReadOnlyList<string> inputs, CancellationToken cancellationToken)
    {
        CreateFolder();
        RequireDistinctNames(inputs);
        using var models = HolisticModels.Load(package, sessions, options);
        return await InputLoop.RunAsync(inputs, input => WriteAsync(models, input, cancellationToken), cancellationToken);
    }

    /// <summary>The pose of every frame; decoding and estimating overlap.</summary>
    public static Pipeline<PoseFrame> PosesOf(IFrameSource source, HolisticEstimator estimator) => Pipeline
        .From(StageNames.Frames, source.ReadAsync)
        .ThenPose(DeliveryPolicy.Wait(4), estimator);

    private async Task WriteAsync(HolisticModels models, string input, CancellationToken cancellationToken)
    {
        var path = PathFor(input);
        if (!overwrite && File.Exists(path))
            throw new SignBridgeException(FailureKind.Output, $"The pose file '{path}' exists already; name another folder or say --force to replace it.");

        using var source = RecordedFrames.Open(input, imagesPerSecond);
        using var estimator = new HolisticEstimator(models, options);
        var pipeline = PosesOf(source, estimator);
        var poses = new List<PoseFrame>();
        await Progress.RunAsync(Path.GetFileName(input), source.Info.FrameCount, async advance =>
        {
            await foreach (var pose in pipeline.RunAsync(new PipelineMeters(TimeProvider.System), cancellationToken))
            {
                poses.Add(pose);
                advance();
            }
        });

        var info = source.Info;
        PoseFileWriter.Write(path, new PoseSequence(estimator.Layout, info.Width, info.Height, info.FramesPerSecond, poses, estimator.Extractor), overwrite);
        foreach (var notice in source.Notices)
            Console.Error.WriteLine($"signbridge: {input}: {notice.Message}");
        Console.Out.WriteLine(path);
        if (!poses.Exists(p => p.IsAnybodyPresent))
            throw new SignBridgeException(FailureKind.Input, $"Nobody is in view in '{input}', expected one person with the upper body visible: '{path}' holds empty poses.");
    }

    private void CreateFolder()
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw OutputFile.Unwritable(folder, e);
        }
    }

    private void RequireDistinctNames(IReadOnlyList<string> inputs)
    {
        var twins = inputs.GroupBy(PathFor).FirstOrDefault(g => g.Count() > 1);
        if (twins is not null)
            throw new SignBridgeException(FailureKind.Output, $"The inputs {string.Join(" and ", twins.Select(i => $"'{i}'"))} would both be written to '{twins.Key}'; run them into different folders.");
    }

    private string PathFor(string input) => Path.Combine(folder, Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(input)) + ".pose");
}
