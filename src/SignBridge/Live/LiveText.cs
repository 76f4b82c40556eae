using System.Runtime.CompilerServices;
using SignBridge.Recognition;
using SignBridge.Translation;

namespace SignBridge;

/// <summary>The text stage of a live stream: passes events on and adds the text of each utterance, tentative while it goes on.</summary>
/// <remarks>While a text is awaited, everything behind it waits: a translator that once did not answer in time is asked for final texts only,
/// until it has given one again.</remarks>
internal sealed class LiveText(ITextTranslator translator, LiveOptions options)
{
    private bool _isLate;

    public async IAsyncEnumerable<LiveEvent> WriteAsync(IAsyncEnumerable<LiveEvent> events, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var happened in events.WithCancellation(cancellationToken))
        {
            yield return happened;
            if (happened is not GlossesRead read)
                continue;
            var isFinal = read.End != UtteranceEnd.None;
            if (read.Committed.Count > 0 && (isFinal || (read.New > 0 && !_isLate)))
            {
                await foreach (var text in WriteAsync(read, isFinal, cancellationToken))
                    yield return text;
            }
        }
    }

    private async IAsyncEnumerable<LiveEvent> WriteAsync(GlossesRead read, bool isFinal, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A sentence around signs that were not recognised would be invented.
        if (2 * read.Committed.Count(g => g.IsUnknown) >= read.Committed.Count)
        {
            if (isFinal)
                yield return new NoticeGiven(read.Time, NotRecognised(read.Committed), NoticeState.Once);
            yield break;
        }

        _isLate = false;
        await foreach (var update in TranslateInTimeAsync(read.Committed, isFinal, cancellationToken))
        {
            var caption = new Caption(read.Committed[0].Start, read.Committed[^1].End, update.Text);
            yield return new TextWritten(read.Time, read.Utterance, caption, isFinal && update.IsFinal);
            if (update.Notice is { } notice)
                yield return new NoticeGiven(read.Time, notice, NoticeState.Once);
        }
    }

    private async IAsyncEnumerable<TranslationUpdate> TranslateInTimeAsync(
        IReadOnlyList<Gloss> glosses, bool isFinal, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.TextTimeout, options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        await using var updates = translator.TranslateAsync(glosses, either.Token).GetAsyncEnumerator(either.Token);
        while (await MoveNextInTimeAsync())
            yield return updates.Current;
        if (_isLate && isFinal)
            yield return new TranslationUpdate(PlainTranslator.Write(glosses), IsFinal: true, Late());

        async Task<bool> MoveNextInTimeAsync()
        {
            try
            {
                return await updates.MoveNextAsync();
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                _isLate = true;
                return false;
            }
        }
    }

    private Notice Late() => new("text-late", FormattableString.Invariant(
        $"'{translator.Name}' wrote no sentence within {options.TextTimeout.TotalSeconds:0.#} s, so the glosses are shown as they are."));

    private static Notice NotRecognised(IReadOnlyList<Gloss> glosses)
    {
        var seen = glosses.Where(g => !g.IsUnknown).Select(g => g.Name).ToList();
        return new Notice("not-recognised", seen.Count == 0
            ? "Signing was seen but not recognised: sign once more, slower, with both hands in view."
            : $"Only {string.Join(", ", seen)} was recognised: sign once more, slower, with both hands in view.");
    }
}
