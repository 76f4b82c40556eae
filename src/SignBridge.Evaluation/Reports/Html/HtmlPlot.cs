namespace SignBridge.Evaluation.Reports.Html;

/// <summary>A curve with a caption.</summary>
internal static class HtmlPlot
{
    /// <param name="output">Takes the figure.</param>
    /// <param name="svg">The curve.</param>
    /// <param name="caption">In HTML.</param>
    public static void Write(TextWriter output, string svg, string caption) =>
        output.Write($"<figure class=\"plot\">{svg}<figcaption>{caption}</figcaption></figure>\n");
}
