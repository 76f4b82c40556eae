namespace SignBridge.Recognition.Tests;

public sealed class EnrollmentTrialsTests(LoadedRecognizer loaded)
{
    [Fact]
    public void Run_VariantsOfNewSigns_CountsEveryClipOnceATrial()
    {
        var plan = new EnrollmentPlan(Ways: 5, Examples: 2, Trials: 3, Seed: 4);

        var accuracy = EnrollmentTrials.Run(loaded.Recognizer, Clips(signs: 6, of: 4), plan);

        Assert.Equal(3 * 5 * 2, accuracy.Asked);
        Assert.Equal(accuracy.Asked, accuracy.Right + accuracy.Confused + accuracy.Vocabulary + accuracy.Rejected);
        Assert.InRange(accuracy.Nearest, 0.9 * accuracy.Asked, accuracy.Asked);
        Assert.InRange(accuracy.Right, 0.8 * accuracy.Asked, accuracy.Asked);
    }

    [Fact]
    public void Run_TwoSignsThatAreOne_AreConfused()
    {
        var clips = Clips(signs: 2, of: 8).Select((c, i) => c with { Sign = i % 2 == 0 ? "one" : "other" }).ToList();

        var accuracy = EnrollmentTrials.Run(loaded.Recognizer, clips, new EnrollmentPlan(Ways: 2, Trials: 20));

        Assert.InRange(accuracy.Nearest, 0.25 * accuracy.Asked, 0.75 * accuracy.Asked);
        Assert.True(accuracy.Confused > 0, "some are recognised as the other");
    }

    [Fact]
    public void Run_SameSeed_GivesTheSame()
    {
        var clips = Clips(signs: 6, of: 5);

        Assert.Equal(EnrollmentTrials.Run(loaded.Recognizer, clips, new EnrollmentPlan(Ways: 3)), EnrollmentTrials.Run(loaded.Recognizer, clips, new EnrollmentPlan(Ways: 3)));
    }

    [Fact]
    public void Run_SignersKnown_AsksOthersThanThoseOfTheExamples()
    {
        // Of each sign three clips of one signer and one of another: only where all examples are of one is another asked.
        var clips = Clips(signs: 4, of: 4).Select((c, i) => c with { Signer = i % 4 == 0 ? "b" : "a" }).ToList();

        var accuracy = EnrollmentTrials.Run(loaded.Recognizer, clips, new EnrollmentPlan(Ways: 4, Examples: 3, Trials: 40));

        Assert.InRange(accuracy.Asked, 10, 80); // one clip in four draws of 160
    }

    [Theory]
    [InlineData(7, 2)]
    [InlineData(2, 4)]
    public void Run_TooFewClips_IsRefused(int ways, int examples)
    {
        var failure = Assert.Throws<SignBridgeException>(() => EnrollmentTrials.Run(loaded.Recognizer, Clips(signs: 6, of: 4), new EnrollmentPlan(ways, examples)));

        Assert.Equal(FailureKind.Input, failure.Kind);
        Assert.Contains($"expected at least {ways}", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OneSigner_IsRefused()
    {
        var clips = Clips(signs: 6, of: 4).Select(c => c with { Signer = "a" }).ToList();

        Assert.Throws<SignBridgeException>(() => EnrollmentTrials.Run(loaded.Recognizer, clips, new EnrollmentPlan(2)));
    }

    private List<LabelledClip> Clips(int signs, int of)
    {
        var random = new Random(1);
        return [..
            from sign in SampleSigns.New(loaded.Recognizer).Take(signs).Select((poses, i) => (poses, name: $"new{i}"))
            from i in Enumerable.Range(0, of)
            select new LabelledClip(sign.name, $"{sign.name}-{i}", loaded.Recognizer.Run(SignBridge.Testing.SignVariants.Vary(sign.poses, random, strength: 1)))];
    }
}
