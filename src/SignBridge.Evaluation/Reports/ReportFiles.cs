using System.Text;
using SignBridge.Evaluation.Reports.Html;
using SignBridge.Evaluation.Runs;

namespace SignBridge.Evaluation.Reports;

/// <summary>Writes the reports of a run into its folder: <c>report.html</c>, <c>report.json</c>, <c>report.csv</c>, <c>report.md</c>.</summary>
public static class ReportFiles
{
    /// <summary>Writes all of them; each appears whole.</summary>
    /// <returns>The path of the page.</returns>
    /// <exception cref="SignBridgeException">One cannot be written (<see cref="FailureKind.Output"/>).</exception>
    public static string Write(RunFolder folder, EvaluationReport report)
    {
        ArgumentNullException.ThrowIfNull(folder);
        Write(folder, "report.json", stream => JsonReport.Write(stream, report));
        Write(folder, "report.csv", stream => WriteText(stream, text => CsvReport.Write(text, report)));
        Write(folder, "report.md", stream => WriteText(stream, text => MarkdownReport.Write(text, report)));
        return Write(folder, "report.html", stream => WriteText(stream, text => HtmlReport.Write(text, report)));
    }

    private static string Write(RunFolder folder, string name, Action<Stream> write)
    {
        var path = Path.Combine(folder.Path, name);
        var unfinished = path + ".tmp";
        try
        {
            using (var stream = File.Create(unfinished))
                write(stream);
            File.Move(unfinished, path, overwrite: true);
            return path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SignBridgeException(FailureKind.Output, $"The report '{path}' cannot be written ({e.Message.TrimEnd('.')}); make room and run the same command again, which only writes the reports.", e);
        }
    }

    private static void WriteText(Stream stream, Action<TextWriter> write)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        write(text);
    }
}
