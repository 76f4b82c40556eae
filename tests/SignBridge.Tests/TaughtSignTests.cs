using System.Globalization;
using SignBridge.Recognition;
using SignBridge.Testing;

namespace SignBridge.Tests;

/// <summary>Measures taught signs on real movement: new signs made of PopSign clips, beside the clips themselves. The figures are those of docs/teach.md.</summary>
/// <remarks>There is one clip of each sign by one signer, so other signings and signers are stood in for by <see cref="SignVariants"/>.</remarks>
public sealed class TaughtSignTests(PopSignPoses popSign, ITestOutputHelper log) : IAsyncLifetime
{
    private const int Taught = 10;

    private readonly SignRecognizer _recognizer = SignRecognizer.Load(ShippedModels.Catalog.OpenForTask("recognition"), ShippedModels.Sessions, new RecognitionOptions());
    private IReadOnlyList<(string Gloss, PoseSequence Poses)> _signs = [];
    private IReadOnlyList<PoseSequence> _new = [];

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(ExternalData.PopSign is null, ExternalData.Reason);
        var clips = await popSign.ClipsAsync();
        _signs = [.. clips.Where(c => c.Poses is not null && c.Best == c.Gloss).Select(c => (c.Gloss, Signed(c.Poses!)))];
        var random = new Random(1);
        _new = [.. Enumerable.Range(0, 100).Select(i => (One: Any(random), Other: Any(random), IsCompound: i % 2 == 0))
            .Select(s => s.IsCompound ? NewSigns.Compound(s.One, s.Other) : NewSigns.Reshaped(s.One, s.Other))];
    }

    [Theory]
    [InlineData(1, 97, 95)]
    [InlineData(2, 93, 75)]
    [InlineData(3.5, 70, 25)]
    public void Trials_TenNewSignsFromThreeExamples_AreRecognised(double strength, double nearest, double right)
    {
        var random = new Random(2);
        var clips = _new.SelectMany((sign, i) => Enumerable.Range(0, 6).Select(j =>
            new LabelledClip(FormattableString.Invariant($"new{i}"), FormattableString.Invariant($"{i}-{j}"), _recognizer.Run(sign.Vary(random, strength))))).ToList();
        foreach (var examples in (int[])[1, 2, 3, 5])
        {
            var accuracy = EnrollmentTrials.Run(_recognizer, clips, new EnrollmentPlan(Taught, examples));
            log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"strength {strength}, {examples} examples: nearest {Percent(accuracy.Nearest)}, right {Percent(accuracy.Right)}, confused {Percent(accuracy.Confused)}, vocabulary {Percent(accuracy.Vocabulary)}, rejected {Percent(accuracy.Rejected)}"));
            if (examples != 3)
                continue;
            Assert.InRange(Percent(accuracy.Nearest), nearest, 100);
            Assert.InRange(Percent(accuracy.Right), right, 100);

            double Percent(int count) => Math.Round(100.0 * count / accuracy.Asked, 1);
        }
    }

    [Fact]
    public void Isolated_SignsThatWereNotTaught_AreSeldomTakenForTaughtOnes()
    {
        var random = new Random(3);
        var (vocabulary, lost, others, taken) = (0, 0, 0, 0);
        for (var trial = 0; trial < 10; trial++)
        {
            var taught = Teach(trial, strength: 1, random);
            foreach (var (gloss, poses) in _signs.Where((_, i) => i % 5 == trial % 5))
            {
                var variant = poses.Vary(random, strength: 1);
                _recognizer.Enrolled = EnrolledSigns.None;
                if (Isolated(variant) != gloss)
                    continue;
                _recognizer.Enrolled = taught;
                vocabulary++;
                lost += Isolated(variant) == gloss ? 0 : 1;
            }

            foreach (var sign in _new.Where((_, i) => i / Taught != trial && i % 3 == 0))
            {
                others++;
                taken += IsTaught(Isolated(sign.Vary(random, strength: 1))) ? 1 : 0;
            }
        }

        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"vocabulary lost {lost} of {vocabulary} ({100.0 * lost / vocabulary:0.0} %), new signs that were not taught taken for taught ones {taken} of {others} ({100.0 * taken / others:0.0} %)"));
        Assert.InRange(lost, 0, 0.03 * vocabulary);
        Assert.InRange(taken, 0, 0.08 * others);
    }

    [Fact]
    public void Continuous_TaughtSignBetweenTwoOfTheVocabulary_IsFound()
    {
        var random = new Random(4);
        var (asked, found, wrong, known, lost) = (0, 0, 0, 0, 0);
        for (var trial = 0; trial < 10; trial++)
        {
            var taught = Teach(trial, strength: 1, random);
            for (var i = 0; i < Taught; i++)
            {
                var (before, after) = (_signs[random.Next(_signs.Count)], _signs[random.Next(_signs.Count)]);
                var clip = Glue(before.Poses.Vary(random, 1), _new[trial * Taught + i].Vary(random, 1), after.Poses.Vary(random, 1));
                _recognizer.Enrolled = EnrolledSigns.None;
                var without = Continuous(clip);
                _recognizer.Enrolled = taught;
                var with = Continuous(clip);
                asked++;
                found += with.Contains(Name(i)) ? 1 : 0;
                wrong += with.Count(n => IsTaught(n) && n != Name(i));
                known += new[] { before.Gloss, after.Gloss }.Count(without.Contains);
                lost += new[] { before.Gloss, after.Gloss }.Count(g => without.Contains(g) && !with.Contains(g));
            }
        }

        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"found {found} of {asked}, wrongly taken for another taught one {wrong}, signs of the vocabulary lost {lost} of {known}"));
        Assert.InRange(found, 0.85 * asked, asked);
        Assert.InRange(wrong, 0, 0.06 * asked);
        Assert.InRange(lost, 0, 0.05 * known);
    }

    public ValueTask DisposeAsync()
    {
        _recognizer.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string Name(int index) => FormattableString.Invariant($"taught{index}");

    private static bool IsTaught(string gloss) => gloss.StartsWith("taught", StringComparison.Ordinal);

    private EnrolledSigns Teach(int trial, double strength, Random random) => EnrolledSigns.Of(
        Enumerable.Range(0, Taught).Select(i => EnrolledSign.Of(Name(i), [.. Enumerable.Range(0, 3).Select(_ => _new[trial * Taught + i].Vary(random, strength))], _recognizer)),
        _recognizer.Card.Output);

    private string Isolated(PoseSequence clip) => _recognizer.RecognizeIsolated(clip).Glosses[0].Name;

    private List<string> Continuous(PoseSequence clip)
    {
        var glosses = _recognizer.RecognizeContinuous(clip).Glosses;
        return [.. glosses.Select((_, i) => _recognizer.Confirm(clip, glosses, i).Name)];
    }

    private PoseSequence Any(Random random) => _signs[random.Next(_signs.Count)].Poses;

    /// <summary>The frames with a hand, with two of rest before and behind.</summary>
    private static PoseSequence Signed(PoseSequence clip)
    {
        var raised = clip.Frames.Select((f, i) => (IsRaised: f.Part("left")[0].IsPresent || f.Part("right")[0].IsPresent, i)).Where(f => f.IsRaised).Select(f => f.i).ToList();
        return clip with { Frames = [.. clip.Frames.Skip(Math.Max(0, raised[0] - 2)).Take(raised[^1] - raised[0] + 5)] };
    }

    private static PoseSequence Glue(params PoseSequence[] signs) => signs[0] with
    {
        Frames = [.. signs.SelectMany(s => s.Frames).Select((f, i) => f.At(TimeSpan.FromSeconds(i / signs[0].FramesPerSecond)))],
    };
}
