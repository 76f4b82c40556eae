using SignBridge.Evaluation.Clips;
using SignBridge.Evaluation.Datasets;
using SignBridge.Evaluation.Metrics;
using SignBridge.Evaluation.Metrics.Glosses;
using SignBridge.Evaluation.Metrics.Labels;
using SignBridge.Evaluation.Reports;
using SignBridge.Evaluation.Runs;
using SignBridge.Onnx;
using SignBridge.Testing;
using SignBridge.Translation;

namespace SignBridge.Web.Browser.Tests;

/// <summary>The reports of the shipped poses under perturbations, read as sentences and as single signs by the shipped recogniser.</summary>
public sealed class EvaluatedSamples : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("signbridge-report-");
    private readonly Dictionary<RecognitionMode, EvaluationReport> _reports = [];

    public async ValueTask InitializeAsync()
    {
        using var translator = await TranslatorLoader.LoadAsync(
            new ModelCatalog(Repository.Models), new SessionFactory(DeviceRequest.Cpu),
            new TranslatorOptions { ReadsVideo = false, Text = new PlainTranslator(), Best = 11 }, TimeProvider.System);
        foreach (var mode in Enum.GetValues<RecognitionMode>())
            _reports[mode] = await EvaluateAsync(translator, mode);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    public EvaluationReport Report(RecognitionMode mode) => _reports[mode];

    public Uri Page(RecognitionMode mode) => new(Path.Combine(Folder(mode), "report.html"));

    private async Task<EvaluationReport> EvaluateAsync(Translator translator, RecognitionMode mode)
    {
        var settings = new RunSettings
        {
            Dataset = Repository.Samples, Layout = "manifest", Mode = mode, Seed = 7, Perturbations = ["fps=5", "fps=10", "jitter=0.1", "mirror"],
            Models = [new UsedModel("recognition", translator.Models.Recognition, "1", new string('a', 64)), new UsedModel("translation", "plain", "", "")],
        };
        var command = $"signbridge eval {string.Join('/', Enumerable.Repeat("a-long-path", 20))} --out run"; // wider than a phone
        var folder = RunFolder.Begin(Folder(mode), settings, Origin(translator, command));
        var run = new EvaluationRun(translator, new ClipLoader(translator, new PoseStore(_folder.FullName), ""), folder);
        await run.RunAsync([.. Samples(mode)], Environment.ProcessorCount, static () => { }, TestContext.Current.CancellationToken);
        var report = new ReportBuilder(mode == RecognitionMode.Isolated
            ? [.. LabelEvaluation.Accuracies.Select(SampleMetric.Of)]
            : [SampleMetric.OfGlosses(new WordErrorRate(WordErrorCosts.Sclite), GlossCleaner.Named(GlossCleaner.None)), SampleMetric.OfText(MetricCatalog.Create("bleu", new MetricOptions()))]).Build(folder);
        ReportFiles.Write(folder, report);
        return report;
    }

    // One signer of a name that breaks no line, so that tables are wide; and one file that cannot be read.
    private static IEnumerable<DatasetEntry> Samples(RecognitionMode mode) => Testing.SampleClip.All
        .Select((s, i) => new Sample(s.Name, new SampleMedia(s.Poses))
        {
            Glosses = mode == RecognitionMode.Isolated ? [s.Glosses[0]] : s.Glosses, Text = s.Text, Signer = i % 2 == 0 ? new string('x', 60) : "drawn",
        })
        .Append(new Sample("broken", new SampleMedia(Path.Combine(Repository.Samples, "none.pose"))) { Glosses = ["xyzzy"], Text = "Nothing." })
        .Select(DatasetEntry.Of)
        .Append(DatasetEntry.Of(new DatasetProblem("broken-row", "manifest.jsonl:9", "manifest.jsonl:9: the row cannot be used: it has no file.")));

    private static RunOrigin Origin(Translator translator, string command)
    {
        var card = new ModelCatalog(Repository.Models).Open(translator.Models.Recognition).Card;
        return new RunOrigin(command, [new CardNote(card.Name, card.License, card.Source, card.Limits)], new Dictionary<string, string> { ["processor"] = "one with a long name, 2 cores" });
    }

    private string Folder(RecognitionMode mode) => Path.Combine(_folder.FullName, mode.ToString());
}
