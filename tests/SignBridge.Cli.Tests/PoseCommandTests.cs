using SignBridge.Pose.Files;
using SignBridge.Testing;

namespace SignBridge.Cli.Tests;

public sealed class PoseCommandTests : IDisposable
{
    private const double Near = 0.05; // of the width of the shoulders

    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Pose_WithFace_WritesWhatMediaPipeSees()
    {
        var sample = SampleClip.Named("where-dog");
        var run = await CliProcess.RunAsync(_folder, "pose", sample.Video, "missing.mp4", "-o", "poses", "--face", "--device", "cpu");
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(Path.Combine("poses", "where-dog.pose"), Assert.Single(run.OutputLines));
        Assert.Contains("'missing.mp4' does not exist", Assert.Single(run.ErrorLines), StringComparison.Ordinal);

        var (ours, golden) = (PoseFileReader.Read(_folder["poses/where-dog.pose"]), PoseFileReader.Read(sample.Poses));
        Assert.Equal((golden.Width, golden.Height, golden.FramesPerSecond, golden.Frames.Count), (ours.Width, ours.Height, ours.FramesPerSecond, ours.Frames.Count));
        Assert.Equal(SkeletonLayout.Holistic, ours.Layout);
        Assert.All(ours.Layout.Parts, part => Assert.InRange(PoseDistance.Median(ours, golden, part.Name), 0, Near));
    }

    [Fact]
    public async Task Pose_WithoutFace_IsReadByTranslate()
    {
        var sample = SampleClip.Named("where-dog");
        (await CliProcess.RunAsync(_folder, "pose", sample.Video, "-o", ".", "--device", "cpu")).AssertSucceeded();
        Assert.Equal(SkeletonLayout.HolisticWithoutFace, PoseFileReader.Read(_folder["where-dog.pose"]).Layout);

        var again = await CliProcess.RunAsync(_folder, "pose", sample.Video, "-o", ".", "--device", "cpu");
        again.AssertFailed(5, "where-dog.pose' exists already", "--force");

        var translated = await CliProcess.RunAsync(_folder, "translate", "where-dog.pose", "--text", "plain", "--device", "cpu");
        Assert.Equal(("Where dog.\n", ""), (translated.Output, translated.Errors));
    }

    [Fact]
    public async Task Pose_OfNobody_IsWrittenAndAFailure()
    {
        BadMedia.WriteNoise(_folder["nobody.mp4"], 320, 240, 5);
        var run = await CliProcess.RunAsync(_folder, "pose", "nobody.mp4", "-o", ".", "--device", "cpu");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Nobody is in view in 'nobody.mp4'", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        var poses = PoseFileReader.Read(_folder["nobody.pose"]);
        Assert.Equal(5, poses.Frames.Count);
        Assert.All(poses.Frames, f => Assert.False(f.IsAnybodyPresent));
    }

    [Fact]
    public async Task Pose_ToWhatIsAFile_IsRefused()
    {
        File.WriteAllText(_folder["poses"], "a file");
        (await CliProcess.RunAsync(_folder, "pose", SampleClip.Named("where-dog").Video, "-o", "poses", "--device", "cpu")).AssertFailed(5, "'poses'");
    }

    [Fact]
    public async Task Pose_OfTwoInputsOfOneName_IsRefused()
    {
        var run = await CliProcess.RunAsync(_folder, "pose", "a/clip.mp4", "b/clip.mp4", "-o", "poses", "--device", "cpu");
        run.AssertFailed(5, "'a/clip.mp4' and 'b/clip.mp4'");
    }
}
