namespace SignBridge.Evaluation.Metrics.Translation;

/// <summary>The programs that papers take ROUGE-L from; their digits differ.</summary>
public enum RougeVariant
{
    /// <summary>Google's package rouge-score 0.1.2 without its stemmer: lower case, words of a to z and 0 to 9 only (every other letter separates
    /// words, so that German and Chinese suffer), F1.</summary>
    RougeScore,

    /// <summary>COCO captions (<c>pycocoevalcap</c>, without its PTB tokeniser), taken over as <c>mscoco_rouge.py</c> by Camgöz et al. 2020 and most
    /// of their successors: words between single blanks, F with beta 1.2.</summary>
    Coco,

    /// <summary>TensorFlow NMT's <c>rouge.py</c>, taken over by Camgöz et al. 2018 (nslt) and the code base of TwoStream-SLR/SLT: words between
    /// blanks, F with beta = precision / recall.</summary>
    Nslt,

    /// <summary>The Python package rouge 1.0.1, as Uni-Sign uses it: a text is split into sentences at its full stops, the union of their longest
    /// common subsequences is a set of words, F1.</summary>
    PythonRouge,
}
