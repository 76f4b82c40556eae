using System.Globalization;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using SignBridge.Evaluation.Clips;
using SignBridge.Evaluation.Datasets;
using SignBridge.Evaluation.Metrics;
using SignBridge.Evaluation.Metrics.Labels;
using SignBridge.Evaluation.Reports;
using SignBridge.Evaluation.Runs;
using SignBridge.Onnx;
using SignBridge.Testing;
using SignBridge.Translation;
using SampleClip = SignBridge.Testing.SampleClip;

namespace SignBridge.Web.Browser.Tests;

/// <summary>The report of a run of the real models over the sample poses, in the browser of its reader.</summary>
public sealed class ReportPageTests(PageBrowser browser) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("signbridge-report-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(RecognitionMode.Isolated, ColorScheme.Light, 1280)]
    [InlineData(RecognitionMode.Isolated, ColorScheme.Dark, 390)]
    [InlineData(RecognitionMode.Continuous, ColorScheme.Light, 390)]
    public async Task Report_OpenedAsAFile_IsReadableAndNeedsNothingElse(RecognitionMode mode, ColorScheme scheme, int width)
    {
        var (file, headline) = await RunAsync(mode);
        await using var context = await browser.NewContextAsync(withCamera: false);
        var page = await context.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) => complaints.AddRange(request.Url.StartsWith("file:", StringComparison.Ordinal) || request.Url.StartsWith("data:", StringComparison.Ordinal) ? [] : [request.Url]);
        page.RequestFailed += (_, request) => complaints.Add(request.Url);
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await page.SetViewportSizeAsync(width, 844);

        await page.GotoAsync(new Uri(file).AbsoluteUri);

        var card = page.Locator(".cards li").First;
        await Expect(card).ToContainTextAsync(mode == RecognitionMode.Isolated ? "top1" : "wer");
        await Expect(card.Locator("b")).ToHaveTextAsync(headline.ToString("0.00", CultureInfo.InvariantCulture));
        await Expect(card).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(page.Locator("figure.plot svg")).ToHaveCountAsync(mode == RecognitionMode.Isolated ? 4 : 2);
        Assert.Equal(width, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        var axe = await page.RunAxe();
        Assert.Empty(axe.Violations.Select(v => $"{v.Id}: {string.Join("; ", v.Nodes.Select(n => n.Html))}"));
        Assert.Empty(complaints);
    }

    private async Task<(string File, double Headline)> RunAsync(RecognitionMode mode)
    {
        var isIsolated = mode == RecognitionMode.Isolated;
        var unreadable = new Sample("unreadable", new SampleMedia(Path.Combine(_folder.FullName, "none.pose"))) { Glosses = ["xyzzy"], Signer = new string('w', 60) };
        var entries = SampleClip.All.Select(s => DatasetEntry.Of(new Sample(s.Name, new SampleMedia(s.Poses))
        {
            Glosses = isIsolated ? [s.Glosses[0]] : s.Glosses,
            Text = isIsolated ? null : s.Text,
        })).Append(DatasetEntry.Of(unreadable));
        var folder = RunFolder.Begin(Path.Combine(_folder.FullName, "run"), new RunSettings
        {
            Dataset = "samples",
            Layout = "manifest",
            Mode = mode,
            Perturbations = ["fps=5", "mirror"],
            Models = [new UsedModel("recognition", "asl-signs", "1", "")],
        }, new RunOrigin($"signbridge eval {string.Join('/', Enumerable.Repeat("wider-than-the-page", 20))}", [], new Dictionary<string, string>()));
        using var translator = await TranslatorLoader.LoadAsync(
            new ModelCatalog(Repository.Models), new SessionFactory(DeviceRequest.Cpu),
            new TranslatorOptions { ReadsVideo = false, Text = new PlainTranslator(), Best = 11 }, TimeProvider.System);
        var loader = new ClipLoader(translator, new PoseStore(Path.Combine(_folder.FullName, "poses")), "");
        await new EvaluationRun(translator, loader, folder).RunAsync(entries, workers: 2, () => { }, TestContext.Current.CancellationToken);
        IReadOnlyList<SampleMetric> metrics = isIsolated
            ? [.. LabelEvaluation.Accuracies.Select(SampleMetric.Of)]
            : [SampleMetric.OfGlosses(MetricCatalog.Create("wer"), Evaluation.Metrics.Glosses.GlossCleaner.Named("none")), SampleMetric.OfText(MetricCatalog.Create("bleu"))];
        var report = new ReportBuilder(metrics).Build(folder);
        return (ReportFiles.Write(folder, report), report.Scores[0].Value);
    }
}
