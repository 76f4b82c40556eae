using SignBridge.Testing;

namespace SignBridge.Recognition.Tests;

public sealed class ConfirmTests(LoadedRecognizer loaded, ITestOutputHelper log)
{
    public static TheoryData<string> Samples => [.. Directory.GetFiles(Repository.Samples, "*.pose").Select(p => Path.GetFileName(p)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Confirm_SignsOfTheSamples_Stand(string file)
    {
        for (var phase = 0; phase < 2; phase++)
        {
            var clip = Sample(file, phase);
            var glosses = loaded.Recognizer.RecognizeContinuous(clip).Glosses;

            Assert.Equal(glosses, glosses.Select((_, i) => loaded.Recognizer.Confirm(clip, glosses, i)));
        }
    }

    [Fact]
    public void Confirm_BackwardsWithTurnedHands_LeavesFewNamed()
    {
        var (named, confirmed) = (0, 0);
        foreach (var clip in Directory.GetFiles(Repository.Samples, "*.pose").Select(path => BackwardsWithTurnedHands(Sample(Path.GetFileName(path)))))
        {
            var glosses = loaded.Recognizer.RecognizeContinuous(clip).Glosses;
            named += glosses.Count(g => !g.IsUnknown);
            confirmed += glosses.Where((_, i) => !loaded.Recognizer.Confirm(clip, glosses, i).IsUnknown).Count();
        }

        log.WriteLine($"{named} named by the continuous output, {confirmed} confirmed");
        Assert.True(named >= 6, "the continuous output alone names signs that are none");
        Assert.InRange(confirmed, 0, 0.6 * named);
    }

    [Fact]
    public void Confirm_IsolatedSignSaysOtherwise_BecomesUnknownWithTheReadingAsAlternative()
    {
        var clip = Sample("where-dog.pose");
        var glosses = loaded.Recognizer.RecognizeContinuous(clip).Glosses.Select(g => g with { Name = g.Name == "dog" ? "cat" : g.Name, Confidence = 0.6 }).ToList();

        var doubted = loaded.Recognizer.Confirm(clip, glosses, 1);

        Assert.True(doubted.IsUnknown);
        Assert.Equal(new GlossAlternative("cat", 0.6), doubted.Alternatives[0]);
        Assert.Equal((glosses[1].Start, glosses[1].End), (doubted.Start, doubted.End));
    }

    [Fact]
    public void Confirm_UnknownSign_StaysAsItIs()
    {
        var clip = Sample("where-dog.pose");
        var unknown = new Gloss(Gloss.Unknown, TimeSpan.Zero, TimeSpan.FromSeconds(1), 0.9, []);

        Assert.Same(unknown, loaded.Recognizer.Confirm(clip, [unknown], 0));
    }

    private static PoseSequence Sample(string file, int phase = 0) => PoseFile.Read(Path.Combine(Repository.Samples, file), phase, every: 2);

    /// <summary>Moves like signing, but is no sign of the vocabulary: backwards, each hand turned by a right angle about its wrist.</summary>
    private static PoseSequence BackwardsWithTurnedHands(PoseSequence clip)
    {
        var wrist = Landmark.Absent;
        return (clip with { Frames = [.. clip.Frames.Reverse().Select((f, i) => f.At(clip.Frames[i].Time))] }).Map((_, part, landmark) =>
        {
            if (part is not ("left" or "right"))
            {
                wrist = Landmark.Absent;
                return landmark;
            }

            wrist = wrist.IsPresent ? wrist : landmark;
            return landmark with { X = wrist.X - (landmark.Y - wrist.Y), Y = wrist.Y + (landmark.X - wrist.X) };
        });
    }
}
