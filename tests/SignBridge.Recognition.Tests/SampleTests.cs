using System.Text.Json;
using SignBridge.Testing;

namespace SignBridge.Recognition.Tests;

/// <summary>The poses of the shipped samples, at both phases of the recogniser's frame rate and with noise.</summary>
public sealed class SampleTests(LoadedRecognizer loaded)
{
    public static TheoryData<string, string> Samples()
    {
        using var samples = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Samples, "samples.json")));
        var data = new TheoryData<string, string>();
        foreach (var row in samples.RootElement.GetProperty("rows").EnumerateArray())
        {
            var gloss = string.Join(' ', row.GetProperty("gloss").EnumerateArray().Select(g => g.GetString()));
            data.Add(Path.ChangeExtension(row.GetProperty("video").GetString()!, ".pose"), gloss);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void RecognizeContinuous_EitherPhase_ReadsTheGlossLine(string file, string expected)
    {
        for (var phase = 0; phase < 2; phase++)
            Assert.Equal(expected, Line(Clip(file, phase)));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void RecognizeContinuous_NoiseOfPixels_ReadsTheGlossLine(string file, string expected)
    {
        for (var phase = 0; phase < 2; phase++)
            Assert.Equal(expected, Line(Clip(file, phase).WithNoise(2, seed: 1)));
    }

    private static PoseSequence Clip(string file, int phase) => PoseFile.Read(Path.Combine(Repository.Samples, file), phase, every: 2);

    private string Line(PoseSequence clip) => string.Join(' ', loaded.Recognizer.RecognizeContinuous(clip).Glosses.Select(g => g.Name));
}
