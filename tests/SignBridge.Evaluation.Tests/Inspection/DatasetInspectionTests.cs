using System.Text.Json;
using SignBridge.Evaluation.Datasets;
using SignBridge.Evaluation.Inspection;
using SignBridge.Evaluation.Reports;
using SignBridge.Evaluation.Tests.Datasets;
using SignBridge.Pose.Files;
using SignBridge.Testing;

namespace SignBridge.Evaluation.Tests.Inspection;

public sealed class DatasetInspectionTests : IDisposable
{
    private const int Frames = 60;

    private readonly DatasetFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_DataSetWithFaults_FindsEach()
    {
        Write("a", Drawn.Movement(1, Frames));
        Write("same", Drawn.Movement(1, Frames));
        Write("near", frame => Drawn.Movement(1, Frames)(frame) + frame % 2);
        Write("other", Drawn.Movement(2, Frames));
        PoseFileWriter.Write(_folder["unseen.pose"], Drawn.Poses(Frames, _ => 0, (_, _) => false));
        _folder.Write("broken.pose", "nothing");
        _folder.Write(
            "m.csv",
            "file,gloss,split,signer",
            "a.pose,DOG,train,anna",
            "same.pose,CAT,test,anna",
            "near.pose,DOG,test,ben",
            "other.pose,BIRD,test,ben",
            "unseen.pose,DOG,train,carl",
            "broken.pose,DOG,train,carl",
            "gone.pose,DOG,train,carl");

        var quality = await RunAsync(new InspectionPlan { Workers = 2 });

        Assert.Equal(7, quality.Rows);
        Assert.Equal(new Dictionary<string, long> { ["test"] = 3, ["train"] = 3 }, quality.Splits);
        Assert.Equal((5L, 1L), (quality.Clips.Read, quality.Clips.Failed));
        Assert.Contains("broken.pose", quality.Clips.Failures[0], StringComparison.Ordinal);
        Assert.Equal((1, 1), (quality.Clips.Poses!.NoBody, quality.Clips.Poses.NoHands));
        Assert.Equal((1L, 1L, 1L), (quality.Duplicates.Same, quality.Duplicates.SameAcrossSplits, quality.Duplicates.OtherLabels));
        Assert.Equal(["a.pose same.pose", "a.pose near.pose"], quality.Duplicates.Examples.Where(p => p.IsLeak).Select(p => $"{p.First} {p.Second}").Distinct());
        Assert.Equal(
            ["missing-file", "unreadable-clip", "no-body", "leakage", "contradictory-labels", "label-not-in-train", "signer-in-several-splits", "near-leakage", "rare-labels", "near-duplicates"],
            quality.Findings.Select(f => f.Code));
        Assert.Equal(quality.Findings.OrderByDescending(f => f.Severity), quality.Findings);
    }

    [Fact]
    public async Task Run_CleanDataSet_FindsNothing()
    {
        Write("a", Drawn.Movement(1, Frames));
        Write("b", Drawn.Movement(2, Frames));
        _folder.Write("m.csv", "file,gloss,split,signer", "a.pose,DOG DOG,train,anna", "b.pose,DOG,test,ben");

        var quality = await RunAsync(new InspectionPlan());

        Assert.Empty(quality.Findings);
        Assert.Equal((0L, 0L), (quality.Duplicates.Same, quality.Duplicates.Near));
        Assert.Equal(2, quality.Clips.Seconds!.Median, 6);
    }

    [Fact]
    public async Task Run_Sample_LooksAtThatManyClipsAndTheSameSeedAtTheSame()
    {
        var rows = Enumerable.Range(0, 20).Select(i =>
        {
            Write($"{i}", Drawn.Movement(i, 30 + i), 30 + i);
            return $"{i}.pose,DOG";
        }).ToList();
        _folder.Write("m.csv", ["file,gloss", .. rows]);

        var quality = await RunAsync(new InspectionPlan { Sample = 5, Seed = 1 });

        Assert.Equal(5, quality.Clips.Read);
        Assert.Equal(20, quality.Labels!.Total);
        Assert.Equal(quality.Clips.Seconds, (await RunAsync(new InspectionPlan { Sample = 5, Seed = 1, Workers = 1 })).Clips.Seconds);
        Assert.NotEqual(quality.Clips.Seconds, (await RunAsync(new InspectionPlan { Sample = 5, Seed = 2 })).Clips.Seconds);
    }

    [Fact]
    public async Task Run_Videos_SaysSizeRateAndLength()
    {
        var video = Path.Combine(Repository.Samples, "who-cry.mp4");
        _folder.Write("m.csv", "id,file,start,end", $"whole,{video},,", $"part,{video},1,2", $"again,{video},1,2");

        var quality = await RunAsync(new InspectionPlan());

        Assert.Equal(new Dictionary<string, long> { ["960x720"] = 3 }, quality.Clips.Sizes);
        Assert.Equal(new Dictionary<string, long> { ["30"] = 3 }, quality.Clips.Rates);
        Assert.Equal((1.0, 3.3667), (quality.Clips.Seconds!.Min, Math.Round(quality.Clips.Seconds.Max, 4)));
        Assert.Equal(["part again"], quality.Duplicates.Examples.Select(p => $"{p.First} {p.Second}"));
        Assert.Null(quality.Clips.Poses);
    }

    [Fact]
    public async Task Write_TextAndJson_SayTheFindings()
    {
        Write("a", Drawn.Movement(1, Frames));
        Write("same", Drawn.Movement(1, Frames));
        _folder.Write("m.csv", "file,gloss,text,split", "a.pose,DOG,The dog.,train", "same.pose,DOG,The dog.,test");
        var quality = await RunAsync(new InspectionPlan());

        using var text = new StringWriter();
        InspectionText.Write(text, quality);
        Assert.Contains("error:      Clips of the same content in two splits", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("leak:       a.pose (train) and same.pose (test) are the same", text.ToString(), StringComparison.Ordinal);

        using var json = JsonDocument.Parse(JsonReport.ToBytes(quality));
        Assert.Equal("error", json.RootElement.GetProperty("findings")[0].GetProperty("severity").GetString());
        Assert.Equal(1, json.RootElement.GetProperty("duplicates").GetProperty("sameAcrossSplits").GetInt64());
        Assert.Equal(1, json.RootElement.GetProperty("text").GetProperty("knownSentences").GetDouble());
    }

    private void Write(string name, Func<int, double> movement, int frames = Frames) => PoseFileWriter.Write(_folder[$"{name}.pose"], Drawn.Poses(frames, movement));

    private Task<DatasetQuality> RunAsync(InspectionPlan plan) =>
        DatasetInspection.RunAsync(new ManifestReader(), _folder["m.csv"], plan, () => { }, TestContext.Current.CancellationToken);
}
