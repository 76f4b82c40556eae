using SignBridge.Testing;

namespace SignBridge.Recognition.Tests;

public sealed class StreamingRecognizerTests(LoadedRecognizer loaded, ITestOutputHelper log)
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1 / 15.0);

    public static TheoryData<string> Samples => [.. Directory.GetFiles(Repository.Samples, "*.pose").Select(p => Path.GetFileName(p)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Add_Sample_EndsWithTheReadingOfTheClip(string file)
    {
        for (var phase = 0; phase < 2; phase++)
        {
            var clip = Sample(file, phase);

            Assert.Equal(Names(Confirmed(clip)), Names(Stream(clip.Frames).Ended()));
        }
    }

    [Fact]
    public void Add_GluedRealSigns_EqualTheClipInNineteenOfTwentyUtterances()
    {
        Assert.SkipWhen(ExternalData.GoldenPose is null, ExternalData.Reason);
        var signs = Directory.GetFiles(ExternalData.GoldenPose, "*.pose").Order(StringComparer.Ordinal).Select(path => Signed(PoseFile.Read(path, every: 2))).ToList();
        var random = new Random(1);
        var (same, utterances) = (0, 60);
        for (var i = 0; i < utterances; i++)
        {
            var frames = Glue([.. Enumerable.Range(0, random.Next(2, 6)).Select(_ => signs[random.Next(signs.Count)])]);
            var clip = Names(Confirmed(Poses.Sequence(frames[0].Layout, frames)));
            var stream = Names(Stream(frames).Ended());
            if (clip.SequenceEqual(stream))
                same++;
            else
                log.WriteLine($"{string.Join(' ', clip)} | {string.Join(' ', stream)}");
        }

        log.WriteLine($"{same} of {utterances}");
        Assert.InRange(same, 0.95 * utterances, utterances);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Add_Sample_NeverTakesACommittedGlossBack(string file)
    {
        IReadOnlyList<string> committed = [];
        var before = 0;
        foreach (var update in Stream(Sample(file).Frames))
        {
            Assert.Equal(committed, Names(update.Committed).Take(committed.Count));
            committed = update.End == UtteranceEnd.None ? Names(update.Committed) : [];
            before = Math.Max(before, committed.Count);
        }

        Assert.True(before > 0, "something is committed before the end");
    }

    [Fact]
    public void Add_TwoSentencesWithLoweredHandsBetween_AreTwoUtterances()
    {
        var (first, second) = (Sample("where-dog.pose"), Sample("please-wait.pose"));
        var rest = Enumerable.Repeat(PoseFrame.Empty(default, first.Layout), 15);

        var ends = Stream(AtTicks([.. first.Frames, .. rest, .. second.Frames])).Where(u => u.End != UtteranceEnd.None).ToList();

        Assert.Equal([(0, "where dog", UtteranceEnd.HandsLowered), (1, "please wait", UtteranceEnd.EndOfStream)], ends.Select(u => (u.Utterance, string.Join(' ', Names(u.Committed)), u.End)));
    }

    [Fact]
    public void Add_HandsLowered_EndsTheUtteranceAtThatPose()
    {
        var clip = Sample("where-dog.pose");
        var options = new StreamingOptions { Lowered = TimeSpan.FromSeconds(0.8) };
        var stream = Create(options);
        var frames = AtTicks([.. clip.Frames, .. Enumerable.Repeat(PoseFrame.Empty(default, clip.Layout), 15)]);
        var lastHand = frames.Last(f => f.Part("left")[0].IsPresent || f.Part("right")[0].IsPresent).Time;

        var end = frames.First(f => stream.Add(f) is { End: UtteranceEnd.HandsLowered }).Time;

        Assert.InRange(end - lastHand, options.Lowered, options.Lowered + Tick);
    }

    [Fact]
    public void Add_HandsStayUpWithoutASign_EndsTheUtteranceAfterThePause()
    {
        var clip = Sample("where-dog.pose");
        var held = clip.Frames.Last(f => f.Part("right")[0].IsPresent);
        var updates = Stream(AtTicks([.. clip.Frames.TakeWhile(f => f.Time < held.Time), .. Enumerable.Repeat(held, 75)])).ToList();

        var end = updates.First(u => u.End != UtteranceEnd.None);
        Assert.Equal(UtteranceEnd.Pause, end.End);
        Assert.Equal(["where", "dog"], Names(end.Committed));
    }

    [Fact]
    public void Add_MostGlossesReached_CutsAndLosesNoSign()
    {
        var updates = Stream(Sample("tomorrow-weus-go-farm.pose").Frames, new StreamingOptions { MostGlosses = 2 }).Where(u => u.End != UtteranceEnd.None).ToList();

        Assert.Equal([UtteranceEnd.Limit, UtteranceEnd.EndOfStream], updates.Select(u => u.End));
        Assert.Equal([0, 1], updates.Select(u => u.Utterance));
        Assert.Equal(["tomorrow", "weus", "go", "farm"], Names(updates.SelectMany(u => u.Committed)));
    }

    [Fact]
    public void Add_LongestReached_EndsTheUtterance()
    {
        var updates = Stream(Sample("tomorrow-weus-go-farm.pose").Frames, new StreamingOptions { Longest = TimeSpan.FromSeconds(3.5) }).Where(u => u.End != UtteranceEnd.None).ToList();

        Assert.Equal(UtteranceEnd.Limit, updates[0].End);
        Assert.Equal(["tomorrow", "weus", "go", "farm"], Names(updates.SelectMany(u => u.Committed)));
    }

    [Fact]
    public void Add_Updates_TellHowManyGlossesAreNew()
    {
        var updates = Stream(Sample("tomorrow-weus-go-farm.pose").Frames, new StreamingOptions { MostGlosses = 2 }).ToList();

        var before = 0;
        foreach (var update in updates)
        {
            Assert.Equal(update.Committed.Count - before, update.New);
            before = update.End == UtteranceEnd.None ? update.Committed.Count : 0;
        }

        Assert.Equal(4, updates.Sum(u => u.New));
    }

    [Fact]
    public void Add_Nobody_SaysNothing() => Assert.Empty(Stream(Poses.Nobody(60).Frames));

    private static PoseSequence Sample(string file, int phase = 0) => PoseFile.Read(Path.Combine(Repository.Samples, file), phase, every: 2);

    private static IReadOnlyList<string> Names(IEnumerable<Gloss> glosses) => [.. glosses.Select(g => g.Name)];

    private static PoseFrame[] AtTicks(IReadOnlyList<PoseFrame> frames) => [.. frames.Select((f, i) => f.At(i * Tick))];

    /// <summary>The frames with a hand, with two of rest before and behind.</summary>
    private static PoseFrame[] Signed(PoseSequence clip)
    {
        var up = clip.Frames.Select((f, i) => (Up: f.Part("left")[0].IsPresent || f.Part("right")[0].IsPresent, i)).Where(f => f.Up).Select(f => f.i).ToList();
        return [.. clip.Frames.Skip(Math.Max(0, up[0] - 2)).Take(up[^1] - up[0] + 5)];
    }

    private static PoseFrame[] Glue(IEnumerable<PoseFrame[]> signs) => AtTicks([.. signs.SelectMany(s => s)]);

    private IEnumerable<Gloss> Confirmed(PoseSequence clip)
    {
        var glosses = loaded.Recognizer.RecognizeContinuous(clip).Glosses;
        return glosses.Select((_, i) => loaded.Recognizer.Confirm(clip, glosses, i));
    }

    private StreamingRecognizer Create(StreamingOptions? options = null) =>
        new(loaded.Recognizer, SkeletonLayout.HolisticWithoutFace, Poses.Extractor, options ?? new StreamingOptions());

    private IEnumerable<RecognitionUpdate> Stream(IReadOnlyList<PoseFrame> frames, StreamingOptions? options = null)
    {
        var stream = Create(options);
        foreach (var frame in frames)
        {
            if (stream.Add(frame) is { } update)
                yield return update;
        }

        if (stream.Finish() is { } end)
            yield return end;
    }
}
