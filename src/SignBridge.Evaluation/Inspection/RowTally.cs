using System.Security.Cryptography;
using System.Runtime.InteropServices;
using System.Text;
using SignBridge.Evaluation.Datasets;

namespace SignBridge.Evaluation.Inspection;

/// <summary>Counts what the rows of a data set say. Memory grows with what is different in them, not with the rows, but for 16 bytes a sentence.</summary>
internal sealed class RowTally
{
    /// <summary>The split that models learn from.</summary>
    private const string Train = "train";

    private const int MostExamples = 100;

    private readonly Tally _problems = new();
    private readonly List<string> _examples = [];
    private readonly Tally _splits = new();
    private readonly Dictionary<string, HashSet<string>> _splitsOfSigners = new(StringComparer.Ordinal);
    private readonly SplitTally _signs = new();
    private readonly SplitTally _words = new();
    private readonly HashSet<UInt128> _trainSentences = [];
    private readonly List<UInt128> _otherSentences = [];
    private long _withoutSigner;
    private long _sentences;

    /// <summary>How many rows were counted.</summary>
    public long Rows { get; private set; }

    /// <summary>Rows that cannot be used, by code.</summary>
    public IReadOnlyDictionary<string, long> Problems => _problems.Counts;

    /// <summary>The first of them.</summary>
    public IReadOnlyList<string> ProblemExamples => _examples;

    /// <summary>Samples by split.</summary>
    public IReadOnlyDictionary<string, long> Splits => _splits.Counts;

    /// <summary>Counts a row.</summary>
    public void Add(DatasetEntry entry)
    {
        Rows++;
        if (entry.Problem is { } problem)
        {
            _problems.Add(problem.Code);
            if (_examples.Count < MostExamples)
                _examples.Add(problem.Message);
            return;
        }

        var sample = entry.Sample!;
        _splits.Add(sample.Split ?? "");
        AddSigner(sample);
        foreach (var gloss in sample.Glosses ?? [])
            _signs.Add(gloss, IsTrain(sample));
        if (sample.Text is { } text)
            AddText(text, IsTrain(sample));
    }

    /// <summary>The signers; null where none is known.</summary>
    public SignerQuality? Signers() => _splitsOfSigners.Count == 0
        ? null
        : new SignerQuality(_splitsOfSigners.Count, _withoutSigner, [.. _splitsOfSigners.Where(s => s.Value.Count > 1).Select(s => s.Key).Order(StringComparer.Ordinal)]);

    /// <summary>The signs; null where there are none.</summary>
    public LabelQuality? Labels()
    {
        if (_signs.All.Distinct == 0)
            return null;
        var counts = _signs.All.Counts.Values;
        return new LabelQuality(_signs.All.Distinct, _signs.All.Total, _signs.All.Singletons, _signs.All.Entropy(), counts.Max(), counts.Min(), HasTrain ? _signs.NotInTrain() : []);
    }

    /// <summary>The sentences; null where there are none.</summary>
    public TextQuality? Text()
    {
        if (_sentences == 0)
            return null;
        var compares = HasTrain && _otherSentences.Count > 0;
        return new TextQuality(
            _sentences,
            _words.All.Total,
            _words.All.Distinct,
            _words.All.Singletons,
            compares ? _words.ShareNotInTrain() : null,
            compares ? _otherSentences.Count(_trainSentences.Contains) / (double)_otherSentences.Count : null);
    }

    private bool HasTrain => _splits.Has(Train);

    private static bool IsTrain(Sample sample) => sample.Split == Train;

    private void AddSigner(Sample sample)
    {
        if (sample.Signer is not { } signer)
        {
            _withoutSigner++;
            return;
        }

        if (!_splitsOfSigners.TryGetValue(signer, out var splits))
            _splitsOfSigners[signer] = splits = new HashSet<string>(StringComparer.Ordinal);
        splits.Add(sample.Split ?? "");
    }

    private void AddText(string text, bool isTrain)
    {
        _sentences++;
        foreach (var word in WordsOf(text))
            _words.Add(word, isTrain);
        var hash = MemoryMarshal.Read<UInt128>(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        if (isTrain)
            _trainSentences.Add(hash);
        else
            _otherSentences.Add(hash);
    }

    /// <summary>Words between blanks; a text without blanks that has Chinese or Japanese characters is taken apart into characters.</summary>
    private static IEnumerable<string> WordsOf(string text) => !text.Contains(' ', StringComparison.Ordinal) && text.Any(IsEastAsian)
        ? text.EnumerateRunes().Select(r => r.ToString())
        : text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    // Hiragana to the end of the CJK unified ideographs.
    private static bool IsEastAsian(char character) => character is >= '\u3040' and <= '\u9fff';
}
