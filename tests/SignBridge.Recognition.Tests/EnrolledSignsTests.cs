using SignBridge.Onnx;
using SignBridge.Testing;

namespace SignBridge.Recognition.Tests;

/// <summary>Taught signs in recognition. They are set on a recogniser of their own: the shared one has none.</summary>
public sealed class EnrolledSignsTests(LoadedRecognizer loaded, ITestOutputHelper log) : IDisposable
{
    private readonly SignRecognizer _recognizer = SignRecognizer.Load(ModelPackage.Open(Path.Combine(Repository.Models, "asl-signs")), LoadedRecognizer.Sessions, new RecognitionOptions());

    [Fact]
    public void RecognizeIsolated_VariantsOfTaughtSigns_AreMostlyThoseSigns()
    {
        var signs = Teach(10);
        var random = new Random(2);
        var asked = signs.SelectMany(s => Enumerable.Range(0, 4).Select(_ => (s.Name, Read: Isolated(s.Sign.Vary(random, strength: 1))))).ToList();

        log.WriteLine(string.Join(", ", asked.Where(a => a.Name != a.Read.Name).Select(a => $"{a.Name} as {a.Read.Name}")));
        Assert.InRange(asked.Count(a => a.Name == a.Read.Name), 0.85 * asked.Count, asked.Count);
        Assert.All(asked.Where(a => a.Name == a.Read.Name), a => Assert.Equal(new GlossAlternative(a.Name, a.Read.Confidence), a.Read.Alternatives[0]));
        Assert.All(asked, a => Assert.Equal(a.Read.Alternatives.OrderByDescending(r => r.Confidence), a.Read.Alternatives));
    }

    [Fact]
    public void RecognizeIsolated_SignsOfTheVocabulary_StayAsTheyAre()
    {
        // A taught compound may well be read in the sign that it begins or ends with, so those of the taught ones are not asked.
        var signs = SampleSigns.All(loaded.Recognizer);
        var halves = signs.Take(Teach(10).Count + 1).Select(s => s.Gloss).ToHashSet();
        signs = [.. signs.Where(s => !halves.Contains(s.Gloss))];

        Assert.True(signs.Count >= 8, $"{signs.Count} signs are asked");
        Assert.Equal(signs.Select(s => loaded.Recognizer.RecognizeIsolated(s.Poses).Glosses[0].Name), signs.Select(s => Isolated(s.Poses).Name));
    }

    [Fact]
    public void RecognizeIsolated_NewSignsThatWereNotTaught_AreSeldomTakenForTaughtOnes()
    {
        var names = Teach(10).Select(s => s.Name).ToHashSet();
        var others = SampleSigns.New(loaded.Recognizer).Skip(10).ToList();

        var taken = others.Count(s => names.Contains(Isolated(s).Name));

        log.WriteLine($"{taken} of {others.Count}");
        Assert.InRange(taken, 0, 1);
    }

    [Fact]
    public void Confirm_TaughtSignBetweenOthers_IsFound()
    {
        var signs = Teach(8);
        var known = SampleSigns.All(loaded.Recognizer);
        var random = new Random(3);
        var (found, kept) = (0, 0);
        foreach (var (sign, i) in signs.Select((s, i) => (s, i)))
        {
            var clip = Glue(known[i].Poses, sign.Sign.Vary(random, strength: 0.7), known[^(i + 1)].Poses);
            var glosses = _recognizer.RecognizeContinuous(clip).Glosses;
            var read = glosses.Select((_, j) => _recognizer.Confirm(clip, glosses, j).Name).ToList();
            log.WriteLine($"{known[i].Gloss} {sign.Name} {known[^(i + 1)].Gloss}: {string.Join(' ', glosses.Select(g => g.Name))} -> {string.Join(' ', read)}");
            found += read.Contains(sign.Name) ? 1 : 0;
            kept += (read.Contains(known[i].Gloss) ? 1 : 0) + (read.Contains(known[^(i + 1)].Gloss) ? 1 : 0);
        }

        Assert.InRange(found, 6, signs.Count);
        Assert.InRange(kept, 14, 2 * signs.Count);
    }

    [Fact]
    public void StreamingRecognizer_TaughtSign_IsCommittedAsInTheClip()
    {
        var signs = Teach(6);
        var agreeing = signs.Count(sign =>
        {
            var clip = sign.Sign.Vary(new Random(5), strength: 0.7);
            var glosses = _recognizer.RecognizeContinuous(clip).Glosses;
            var stream = new StreamingRecognizer(_recognizer, clip.Layout, clip.Extractor, new StreamingOptions());
            var updates = clip.Frames.Select(f => stream.Add(f)).OfType<RecognitionUpdate>().ToList();
            var committed = updates.Append(stream.Finish()!).Ended().Select(g => g.Name).ToList();
            Assert.Equal(glosses.Select((_, i) => _recognizer.Confirm(clip, glosses, i).Name), committed);
            return committed.SequenceEqual([sign.Name]);
        });

        Assert.InRange(agreeing, 5, signs.Count);
    }

    [Fact]
    public void RecognizeContinuous_ClipInWhichNothingIsRead_IsTheTaughtSign()
    {
        // Hands move, but the search reads nothing.
        var random = new Random(8);
        var signs = SampleSigns.All(loaded.Recognizer).Select(s => Backwards(s.Poses)).ToList();
        var silent = Enumerable.Range(0, 400)
            .Select(i => signs[i % signs.Count].Vary(random, strength: 1))
            .First(clip => loaded.Recognizer.RecognizeContinuous(clip).Glosses.Count == 0 && new HandVisibility(clip).AnyHands);
        _recognizer.Enrolled = EnrolledSigns.Of([SampleSigns.Taught("kai", silent, _recognizer, seed: 1)], _recognizer.Card.Output);

        var glosses = _recognizer.RecognizeContinuous(silent).Glosses;

        var gloss = Assert.Single(glosses);
        Assert.Equal("kai", gloss.Name);
        Assert.Equal(gloss, _recognizer.Confirm(silent, glosses, 0) with { Alternatives = gloss.Alternatives });
    }

    [Fact]
    public void RecognizeIsolated_Repeated_GivesTheSame()
    {
        var sign = Teach(4)[2].Sign;

        Assert.Equal(Isolated(sign).Alternatives, Isolated(sign).Alternatives);
        Assert.Equal(Isolated(sign).Confidence, Isolated(sign).Confidence);
    }

    [Fact]
    public void Match_RivalOfTheVocabularyIsCertain_AsksForMore()
    {
        var sign = new EnrolledSign("kai", _recognizer.Identity, [[1, 0], [1, 0]]);
        var enrolled = EnrolledSigns.Of([sign], _recognizer.Card.Output with { EnrolledThreshold = 0.5, EnrolledMargin = 0.3 });

        Assert.Equal("kai", enrolled.Match([1, 1], rival: 0)?.Name);
        Assert.Null(enrolled.Match([1, 1], rival: 1));
        Assert.Equal("kai", enrolled.Match([2, 1], rival: 1)?.Name);
        Assert.Null(enrolled.Match([1, 3], rival: 0));
        Assert.Null(EnrolledSigns.None.Match([1, 1], rival: 0));
    }

    [Fact]
    public void Match_ExampleThatIsLonger_WeighsNoMore()
    {
        var sign = new EnrolledSign("kai", _recognizer.Identity, [[100, 0], [0, 1]]);
        var nearest = EnrolledSigns.Of([sign], _recognizer.Card.Output).Nearest([1, 1]);

        Assert.Equal(1, nearest!.Value.Similarity, 5);
    }

    public void Dispose() => _recognizer.Dispose();

    private List<(string Name, PoseSequence Sign)> Teach(int count)
    {
        var signs = SampleSigns.New(loaded.Recognizer).Take(count).Select((sign, i) => ($"new{i}", sign)).ToList();
        _recognizer.Enrolled = EnrolledSigns.Of(signs.Select((s, i) => SampleSigns.Taught(s.Item1, s.sign, _recognizer, seed: 10 + i)), _recognizer.Card.Output);
        return signs;
    }

    private Gloss Isolated(PoseSequence clip) => _recognizer.RecognizeIsolated(clip).Glosses[0];

    private static PoseSequence Glue(params PoseSequence[] signs) => Poses.Sequence(
        signs[0].Layout, [.. signs.SelectMany(s => s.Frames).Select((f, i) => f.At(TimeSpan.FromSeconds(i / 15.0)))]);

    private static PoseSequence Backwards(PoseSequence clip) => clip with { Frames = [.. clip.Frames.Reverse().Select((f, i) => f.At(clip.Frames[i].Time))] };
}
