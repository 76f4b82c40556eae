using SignBridge.Pose.Files;
using SignBridge.Testing;

namespace SignBridge.Cli.Tests;

/// <summary>Writes <c>.pose</c> files of single signs: those that the samples begin with, and new signs made of them.</summary>
internal static class SignFiles
{
    private const double Rate = 15;

    private static readonly TimeSpan FirstSign = TimeSpan.FromSeconds(1.4);

    /// <summary>How many new signs there are.</summary>
    public static int NewSignCount => SampleClip.All.Count;

    /// <summary>The sign that a sample begins with.</summary>
    public static PoseSequence First(SampleClip sample) => Part(sample, TimeSpan.Zero, FirstSign);

    /// <summary>A part of a sample at the rate of the recogniser.</summary>
    public static PoseSequence Part(SampleClip sample, TimeSpan from, TimeSpan to)
    {
        var poses = PoseFileReader.Read(sample.Poses).Resample(Rate);
        return poses with { Frames = [.. poses.Frames.Where(f => f.Time >= from && f.Time < to)] };
    }

    /// <summary>A sign that the recogniser never learnt: a compound of those that two samples begin with.</summary>
    public static PoseSequence New(int index) => NewSigns.Compound(First(SampleClip.All[index]), First(SampleClip.All[(index + 3) % SampleClip.All.Count]));

    /// <summary>Writes variants of a sign as <c>NAME-0.pose</c>, <c>NAME-1.pose</c> and so on.</summary>
    /// <returns>Their paths relative to the folder.</returns>
    public static string[] WriteVariants(this WorkFolder folder, string name, PoseSequence sign, int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i => folder.Write(FormattableString.Invariant($"{name}-{i}.pose"), sign.Vary(random, strength: 1)))];
    }

    /// <summary>Writes a file, creating its folder.</summary>
    public static string Write(this WorkFolder folder, string name, PoseSequence poses)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder[name])!);
        PoseFileWriter.Write(folder[name], poses);
        return name;
    }

    /// <summary>Signs one after another.</summary>
    public static PoseSequence Glue(params PoseSequence[] signs) => signs[0] with
    {
        Frames = [.. signs.SelectMany(s => s.Frames).Select((f, i) => f.At(TimeSpan.FromSeconds(i / Rate)))],
    };
}
