using System.Diagnostics;
using System.Runtime.CompilerServices;
using SignBridge.Onnx;

namespace SignBridge.Translation;

/// <summary>Translates with a causal language model from a model package, on this machine.</summary>
/// <remarks>
/// What was not recognised stays visible: where the best answer does not show every unknown sign, the best of some beams that does is taken, and
/// where there is none, the glosses as they are, with the notice <c>unknown-dropped</c>. Signs that are all unknown are not given to the model.
/// </remarks>
public sealed class LanguageModelTranslator : ITextTranslator, IDisposable
{
    /// <summary>How many answers are looked through for one that keeps the unknown signs.</summary>
    private const int SecondSearchWidth = 4;

    private readonly LanguageModelCard _card;
    private readonly TextTokenizer _tokenizer;
    private readonly CausalLanguageModel _model;
    private readonly GlossPrompt _prompt;
    private readonly int _beamWidth;
    private readonly TimeProvider _time;
    private readonly TagList _tags;

    private LanguageModelTranslator(
        string name, LanguageModelCard card, TextTokenizer tokenizer, CausalLanguageModel model, LanguageModelTranslatorOptions options)
    {
        Name = name;
        _card = card;
        _tokenizer = tokenizer;
        _model = model;
        _prompt = new GlossPrompt(card.Conventions, options.Glosses);
        _beamWidth = options.BeamWidth;
        _time = options.Time;
        _tags = new TagList { { "model", name } };
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Loads a package of the task translation.</summary>
    /// <param name="package">The package; its card is the contract.</param>
    /// <param name="sessions">Decides the device.</param>
    /// <param name="options">How it works; null for the defaults.</param>
    /// <exception cref="SignBridgeException">The card, the tokenizer or the graph cannot be used (<see cref="FailureKind.Model"/>).</exception>
    public static LanguageModelTranslator Load(ModelPackage package, SessionFactory sessions, LanguageModelTranslatorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(sessions);
        options ??= new LanguageModelTranslatorOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.BeamWidth, 1);
        var card = LanguageModelCard.Read(package);
        // Side by side: each takes about half of the start.
        var loading = Task.Run(() => CausalLanguageModel.Load(package.PathOf("model.onnx"), card.Architecture, sessions, options.Tuning));
        try
        {
            var tokenizer = LoadTokenizer(package.PathOf("tokenizer.json"), card);
            var model = loading.GetAwaiter().GetResult();
            model.CachePrefix(tokenizer.Encode(card.Prompt.Split(LanguageModelCard.Placeholder)[0]));
            return new LanguageModelTranslator(package.Card.Name, card, tokenizer, model, options);
        }
        catch
        {
            loading.ContinueWith(static done => done.Result.Dispose(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
            throw;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<TranslationUpdate> TranslateAsync(
        IReadOnlyList<Gloss> glosses, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(glosses);
        cancellationToken.ThrowIfCancellationRequested();
        var asked = _time.GetTimestamp();
        var unknown = glosses.Count(_prompt.IsUnknown);
        if (unknown == glosses.Count)
        {
            yield return new TranslationUpdate(PlainTranslator.Write(glosses), IsFinal: true);
            yield break;
        }

        var prompt = Encode(glosses);
        if (prompt.Count + _card.Conventions.MaxNewTokens > _model.Context)
        {
            yield return new TranslationUpdate(PlainTranslator.Write(glosses), IsFinal: true, new Notice(
                "too-many-glosses", $"{glosses.Count} glosses are more than the language model '{Name}' reads at once, so they are shown as they are."));
            yield break;
        }

        IReadOnlyList<Hypothesis> answers = [];
        var shown = "";
        await foreach (var hypotheses in SearchAsync(prompt, _beamWidth, cancellationToken))
        {
            if (answers.Count == 0)
                LanguageModelMetrics.RecordFirstToken(_time.GetElapsedTime(asked), _tags);
            answers = hypotheses;
            if (Text(answers[0]) is var text && text != shown)
                yield return new TranslationUpdate(shown = text, IsFinal: false);
        }

        if (!answers.Any(Keeps) && unknown > 0)
        {
            await foreach (var hypotheses in SearchAsync(prompt, Math.Max(SecondSearchWidth, 2 * _beamWidth), cancellationToken))
                answers = [.. hypotheses.Where(h => h.IsComplete)];
        }

        yield return Final(answers.FirstOrDefault(Keeps));

        bool Keeps(Hypothesis answer) => UnknownSigns.AreKept(Text(answer), _card.Conventions.UnknownText, unknown);

        TranslationUpdate Final(Hypothesis? answer) => answer is null
            ? new TranslationUpdate(PlainTranslator.Write(glosses), IsFinal: true, UnknownSigns.Dropped(Name))
            : new TranslationUpdate(Text(answer), IsFinal: true, answer.IsComplete ? null : new Notice(
                "text-truncated", $"The sentence was cut after {_card.Conventions.MaxNewTokens} tokens, because the language model did not end it."));
    }

    /// <inheritdoc/>
    public void Dispose() => _model.Dispose();

    /// <summary>The ids of the whole prompt for some glosses.</summary>
    internal IReadOnlyList<int> Encode(IReadOnlyList<Gloss> glosses) =>
        _tokenizer.Encode(_card.Prompt.Replace(LanguageModelCard.Placeholder, _prompt.Write(glosses), StringComparison.Ordinal));

    /// <summary>All states of a search, each computed on a thread of the pool: a step takes milliseconds, and the caller's thread is not ours.</summary>
    private async IAsyncEnumerable<IReadOnlyList<Hypothesis>> SearchAsync(
        IReadOnlyList<int> prompt, int width, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (end, longest) = (_card.EndId, _card.Conventions.MaxNewTokens);
        using ITokenSearch search = width == 1
            ? new GreedySearch(_model, prompt, end, longest)
            : new BeamSearch(_model, prompt, end, longest, width);
        var goesOn = await Task.Run(search.Advance, cancellationToken);
        yield return search.Hypotheses;
        while (goesOn)
        {
            var start = _time.GetTimestamp();
            goesOn = await Task.Run(search.Advance, cancellationToken);
            LanguageModelMetrics.RecordFurtherToken(_time.GetElapsedTime(start), _tags);
            yield return search.Hypotheses;
        }
    }

    private static TextTokenizer LoadTokenizer(string path, LanguageModelCard card)
    {
        var tokenizer = TextTokenizer.Load(path);
        return tokenizer.SpecialTokens.TryGetValue(card.End, out var end) && end == card.EndId && tokenizer.Size <= card.Architecture.Vocabulary
            ? tokenizer
            : throw new SignBridgeException(
                FailureKind.Model,
                $"The tokenizer '{path}' does not belong to its card: expected the special token {card.End} with id {card.EndId} and at most {card.Architecture.Vocabulary} tokens; restore the package from the repository.");
    }

    private string Text(Hypothesis answer) => _tokenizer.Decode(answer.Tokens).Trim();
}
