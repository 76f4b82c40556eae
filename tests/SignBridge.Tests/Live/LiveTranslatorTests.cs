using SignBridge.Pose.Files;
using SignBridge.Recognition;
using SignBridge.Testing;
using SignBridge.Video;

namespace SignBridge.Tests;

public sealed class LiveTranslatorTests(ShippedModels models)
{
    public static TheoryData<string> Samples => [.. SampleClip.All.Select(s => s.Name)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Follow_SamplePoses_EndWithTheSentenceOfTheClip(string name)
    {
        var events = await FollowAsync(Poses(name));

        var final = Assert.Single(events.OfType<TextWritten>(), t => t.IsFinal);
        Assert.Equal(SampleClip.Named(name).Text, final.Caption.Text);
        var end = Assert.Single(events.OfType<GlossesRead>(), g => g.End != UtteranceEnd.None);
        Assert.Equal(SampleClip.Named(name).Glosses, end.Committed.Select(g => g.Name));
        Assert.Equal((end.Committed[0].Start, end.Committed[^1].End), (final.Caption.Start, final.Caption.End));
    }

    [Fact]
    public async Task Follow_LongSample_WritesTentativeTextBeforeTheEnd()
    {
        var events = await FollowAsync(Poses("tomorrow-weus-go-farm"));

        var firstText = events.FindIndex(e => e is TextWritten { IsFinal: false });
        var lastPartial = events.FindLastIndex(e => e is GlossesRead { End: UtteranceEnd.None });
        Assert.InRange(firstText, 0, lastPartial);
    }

    [Fact]
    public async Task Follow_TwoSentences_NumbersThemAndKeepsMediaTime()
    {
        var (first, second) = (Poses("where-dog"), Poses("who-cry"));
        var pause = Enumerable.Range(0, 60).Select(_ => PoseFrame.Empty(default, first.Layout));
        var frames = first.Frames.Concat(pause).Concat(second.Frames).Select((f, k) => f.At(TimeSpan.FromSeconds(k / 30.0))).ToList();

        var events = await FollowAsync(first with { Frames = frames });

        var finals = events.OfType<TextWritten>().Where(t => t.IsFinal).ToList();
        Assert.Equal([(0, "Where is the dog?"), (1, "Who is crying?")], finals.Select(t => (t.Utterance, t.Caption.Text)));
        Assert.True(finals[1].Caption.Start > frames[first.Frames.Count + 60].Time - TimeSpan.FromSeconds(0.5));
        Assert.Equal(events.Select(e => e.Time).Order(), events.Select(e => e.Time));
    }

    [Fact]
    public async Task Follow_NobodyThenSomebody_GivesANoticeThatEnds()
    {
        var clip = Poses("where-dog");
        var nobody = Enumerable.Range(0, 90).Select(_ => PoseFrame.Empty(default, clip.Layout));
        var frames = nobody.Concat(clip.Frames).Select((f, k) => f.At(TimeSpan.FromSeconds(k / 30.0))).ToList();

        var notices = (await FollowAsync(clip with { Frames = frames })).OfType<NoticeGiven>().ToList();

        Assert.Equal([("nobody-in-view", NoticeState.Begins), ("nobody-in-view", NoticeState.Ends)], notices.Select(n => (n.Notice.Code, n.State)));
        Assert.InRange(notices[0].Time.TotalSeconds, 1.5, 1.6);
    }

    [Theory]
    [InlineData("openpose", "The poses were made by openpose")]
    [InlineData(null, "The poses were made by an unknown extractor")]
    public async Task Follow_PosesOfAnotherExtractor_SaysSoOnce(string? extractor, string said)
    {
        var notice = Assert.Single((await FollowAsync(Poses("where-dog") with { Extractor = extractor })).OfType<NoticeGiven>());

        Assert.Equal(("extractor-mismatch", NoticeState.Once), (notice.Notice.Code, notice.State));
        Assert.StartsWith(said, notice.Notice.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Follow_MovementThatIsNoSign_GivesNoCaption()
    {
        // Backwards, each hand turned by a half about its wrist.
        var clip = Poses("where-dog");
        var frames = clip.Frames.Reverse().Select((f, k) => Turned(f).At(TimeSpan.FromSeconds(k / 30.0))).ToList();

        var events = await FollowAsync(clip with { Frames = frames });

        Assert.DoesNotContain(events, e => e is TextWritten);
        Assert.Contains(events, e => e is NoticeGiven { Notice.Code: "not-recognised", State: NoticeState.Once });
    }

    [Fact]
    public async Task Follow_VideoInRealTime_WritesTheSentenceOrSaysWhatItDropped()
    {
        using var source = new RealTimeSource(new VideoFileSource(SampleClip.Named("where-dog").Video), TimeProvider.System);
        var meters = new PipelineMeters(TimeProvider.System);
        models.Translator.Meters = meters;

        var events = new List<LiveEvent>();
        await foreach (var happened in models.Translator.Live(new LiveOptions()).FollowAsync(source, Token))
            events.Add(happened);

        var drops = meters.Snapshot().Sum(s => s.Drops);
        if (drops == 0)
            Assert.Equal("Where is the dog?", events.OfType<TextWritten>().Last(t => t.IsFinal).Caption.Text);
        else
            Assert.InRange(drops, 1, 45); // a machine that is too slow for live video loses frames, and counts them
    }

    [Fact]
    public async Task Follow_Poses_PassesEachOn()
    {
        var clip = Poses("where-dog");

        Assert.Equal(clip.Frames, (await FollowAsync(clip)).OfType<PoseSeen>().Select(p => p.Pose));
    }

    [Fact]
    public async Task Follow_Cancelled_Ends()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var clip = Poses("where-dog");
        var live = models.Translator.Live(new LiveOptions()).FollowAsync(Endless(clip), clip.Layout, clip.Width, clip.Height, clip.Extractor, stop.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in live)
                await stop.CancelAsync();
        });
    }

    private static PoseSequence Poses(string name) => PoseFileReader.Read(SampleClip.Named(name).Poses);

    private static PoseFrame Turned(PoseFrame pose)
    {
        var landmarks = pose.Landmarks.ToArray();
        foreach (var part in pose.Layout.Parts.Where(p => p.Name != "body"))
        {
            var wrist = landmarks[part.Offset];
            for (var i = part.Offset; i < part.Offset + part.Count; i++)
                landmarks[i] = landmarks[i] with { X = (2 * wrist.X) - landmarks[i].X, Y = (2 * wrist.Y) - landmarks[i].Y };
        }

        return new PoseFrame(pose.Time, pose.Layout, landmarks);
    }

    private static async IAsyncEnumerable<PoseFrame> Endless(PoseSequence clip)
    {
        for (var k = 0; ; k++)
        {
            yield return clip.Frames[k % clip.Frames.Count].At(TimeSpan.FromSeconds(k / 30.0));
            await Task.Yield();
        }
    }

    private async Task<List<LiveEvent>> FollowAsync(PoseSequence clip)
    {
        var events = new List<LiveEvent>();
        var live = models.Translator.Live(new LiveOptions());
        await foreach (var happened in live.FollowAsync(clip.Frames.ToAsyncEnumerable(), clip.Layout, clip.Width, clip.Height, clip.Extractor, Token))
            events.Add(happened);
        return events;
    }
}
