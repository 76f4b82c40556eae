using System.Globalization;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SignBridge.Web.Browser.Tests;

/// <summary>The report of an evaluation as a file that somebody was sent.</summary>
public sealed class EvaluationReportTests(PageBrowser browser, EvaluatedSamples samples) : IClassFixture<EvaluatedSamples>
{
    private const int Phone = 390;
    private const int Desktop = 1280;

    [Theory]
    [InlineData(RecognitionMode.Continuous, ColorScheme.Light, Desktop)]
    [InlineData(RecognitionMode.Continuous, ColorScheme.Dark, Phone)]
    [InlineData(RecognitionMode.Isolated, ColorScheme.Dark, Desktop)]
    [InlineData(RecognitionMode.Isolated, ColorScheme.Light, Phone)]
    public async Task Report_OpenedAsAFile_ShowsItsScoreAndBreaksNoRule(RecognitionMode mode, ColorScheme scheme, int width)
    {
        List<string> faults = [], requests = [];
        var page = await browser.NewPageAsync();
        page.Console += (_, message) => Note(message.Type is "error" or "warning", message.Text);
        page.PageError += (_, error) => Note(true, error);
        page.RequestFailed += (_, request) => Note(true, request.Url);
        page.Request += (_, request) => requests.Add(request.Url);
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await page.SetViewportSizeAsync(width, 844);
        await page.GotoAsync(samples.Page(mode).AbsoluteUri);

        var score = samples.Report(mode).Scores[0];
        var card = page.Locator(".cards li").First;
        await Expect(card).ToContainTextAsync(score.Metric);
        await Expect(card.Locator("b")).ToHaveTextAsync(score.Value.ToString("0.00", CultureInfo.InvariantCulture));
        await Expect(card).ToBeInViewportAsync(new() { Ratio = 1 });
        Assert.True(await page.Locator(".examples svg").CountAsync() > 0);
        await Expect(page.Locator("figure.plot")).ToHaveCountAsync(mode == RecognitionMode.Isolated ? 5 : 3);

        if (mode == RecognitionMode.Isolated)
            await page.Locator("summary").ClickAsync();
        Assert.Equal(width, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        var result = await page.RunAxe();
        Assert.Empty(result.Violations.Select(v => $"{v.Id} ({v.Impact}): {string.Join("; ", v.Nodes.Select(n => n.Html))}"));
        Assert.Empty(faults);
        Assert.Equal([samples.Page(mode).AbsoluteUri], requests.Where(r => !r.StartsWith("data:", StringComparison.Ordinal)));
        await page.Context.CloseAsync();

        void Note(bool isFault, string text)
        {
            if (isFault)
                faults.Add(text);
        }
    }
}
