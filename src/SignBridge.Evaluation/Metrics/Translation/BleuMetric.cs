using SignBridge.Evaluation.Metrics.Text;

namespace SignBridge.Evaluation.Metrics.Translation;

/// <summary>BLEU (Papineni et al. 2002): the geometric mean of the n-gram precisions, times a penalty for brevity, 0 to 100. Equals sacreBLEU
/// 2.6.0.</summary>
public sealed class BleuMetric : ICorpusMetric
{
    // What sacreBLEU takes for the logarithm of 0.
    private const double LogOfZero = -9999999999;

    private readonly BleuOptions _options;

    /// <summary>Creates the metric.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The order is not 1 to 4.</exception>
    public BleuMetric(BleuOptions? options = null)
    {
        _options = options ?? new BleuOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.MaxOrder, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_options.MaxOrder, 4, nameof(options));
        (string, string)[] order = _options.MaxOrder == 4 ? [] : [("order", FormattableString.Invariant($"{_options.MaxOrder}"))];
        Signature = MetricSignature.Of(MetricSignature.SacreBleu,
        [
            ("case", MetricSignature.Case(_options.IsLowercase)), ("eff", MetricSignature.YesNo(_options.IsOrderEffective)),
            ("tok", _options.Tokenizer.Name), ("smooth", _options.Smoothing.ToString()), .. order,
        ]);
    }

    /// <inheritdoc/>
    public string Name => _options.MaxOrder == 4 ? "bleu" : FormattableString.Invariant($"bleu-{_options.MaxOrder}");

    /// <inheritdoc/>
    public string Signature { get; }

    /// <inheritdoc/>
    public bool HigherIsBetter => true;

    /// <inheritdoc/>
    public double[] Statistics(string hypothesis, string reference)
    {
        ArgumentNullException.ThrowIfNull(hypothesis);
        ArgumentNullException.ThrowIfNull(reference);
        var scratch = PairScratch.Current;
        scratch.ReadWords(Prepare(hypothesis), Prepare(reference), _options.Tokenizer);
        var orders = _options.MaxOrder;
        Span<int> matches = stackalloc int[orders];
        scratch.Ngrams.Match(scratch.Hypothesis, scratch.Reference, matches);
        var statistics = new double[2 + 2 * orders];
        statistics[0] = scratch.Hypothesis.Length;
        statistics[1] = scratch.Reference.Length;
        for (var n = 0; n < orders; n++)
        {
            statistics[2 + n] = matches[n];
            statistics[2 + orders + n] = Math.Max(0, scratch.Hypothesis.Length - n);
        }

        return statistics;
    }

    /// <inheritdoc/>
    public MetricValue Score(ReadOnlySpan<double> statistics)
    {
        var (length, referenceLength) = (statistics[0], statistics[1]);
        var brevity = length >= referenceLength ? 1 : length > 0 ? Math.Exp(1 - referenceLength / length) : 0;
        Span<double> precisions = stackalloc double[_options.MaxOrder];
        var order = Precisions(statistics.Slice(2, precisions.Length), statistics[(2 + precisions.Length)..], precisions);
        var details = new Dictionary<string, double> { ["brevityPenalty"] = brevity, ["hypothesisWords"] = length, ["referenceWords"] = referenceLength };
        for (var n = 0; n < precisions.Length; n++)
            details[$"precision{n + 1}"] = precisions[n];
        return new MetricValue(order == 0 ? 0 : brevity * Math.Exp(LogSum(precisions[..order]) / order), details);
    }

    // Returns the orders that count; none where nothing matched at all.
    private int Precisions(ReadOnlySpan<double> matches, ReadOnlySpan<double> totals, Span<double> precisions)
    {
        precisions.Clear();
        if (!matches.ContainsAnyExcept(0))
            return 0;
        var (order, halving) = (precisions.Length, 1.0);
        for (var n = 0; n < precisions.Length; n++)
        {
            var added = n > 0 && _options.Smoothing.Method == "add-k" ? _options.Smoothing.Value : 0;
            var (matched, total) = (matches[n] + added, totals[n] + added);
            if (total == 0)
                break;
            if (_options.IsOrderEffective)
                order = n + 1;
            if (matched > 0)
                precisions[n] = 100 * matched / total;
            else if (_options.Smoothing.Method == "exp")
                precisions[n] = 100 / ((halving *= 2) * total);
            else if (_options.Smoothing.Method == "floor")
                precisions[n] = 100 * _options.Smoothing.Value / total;
        }

        return order;
    }

    private static double LogSum(ReadOnlySpan<double> precisions)
    {
        var sum = 0.0;
        foreach (var precision in precisions)
            sum += precision > 0 ? Math.Log(precision) : LogOfZero;
        return sum;
    }

    private ReadOnlySpan<char> Prepare(string text) => PythonText.TrimEnd(_options.IsLowercase ? PythonText.ToLower(text) : text);
}
