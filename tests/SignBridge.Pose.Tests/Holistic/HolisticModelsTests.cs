using System.Security.Cryptography;
using System.Text.Json;
using SignBridge.Onnx;

namespace SignBridge.Pose.Tests.Holistic;

public sealed class HolisticModelsTests : IDisposable
{
    private const string Small = "face_detection_short_range.onnx";
    private readonly string _folder = Directory.CreateTempSubdirectory("signbridge-pose-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Load_LiteWithoutFace_LoadsNoFaceModels()
    {
        var options = new HolisticOptions { Body = "lite" };
        using var models = HolisticModels.Load(LoadedModels.Package, LoadedModels.Sessions, options);

        Assert.False(models.HasFace);
        Assert.Equal("mediapipe-holistic", models.Extractor);
        using var estimator = new HolisticEstimator(models, options);
        Assert.Throws<ArgumentException>(() => new HolisticEstimator(models, new HolisticOptions { Face = true }));
    }

    [Fact]
    public void Load_OfTheEstimator_OwnsItsModels()
    {
        using var estimator = HolisticEstimator.Load(LoadedModels.Package, LoadedModels.Sessions, new HolisticOptions());

        Assert.Equal(SkeletonLayout.HolisticWithoutFace, estimator.Layout);
    }

    [Fact]
    public void Load_UnknownBody_NamesThoseThatAreThere()
    {
        var failure = Assert.Throws<SignBridgeException>(
            () => HolisticModels.Load(LoadedModels.Package, LoadedModels.Sessions, new HolisticOptions { Body = "heavy" }));

        Assert.Equal(FailureKind.Model, failure.Kind);
        Assert.Contains("'heavy' (it has: full, lite)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_SwappedGraphs_SaysWhatWasExpected()
    {
        var failure = Fail(Package("body33-face468-left21-right21"));

        Assert.Contains(Small, failure.Message, StringComparison.Ordinal);
        Assert.Contains("expected an output", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_OtherLayout_IsRefused() =>
        Assert.Contains("'body17'", Fail(Package("body17")).Message, StringComparison.Ordinal);

    [Fact]
    public void Load_GraphThatIsNotListed_IsRefused() =>
        Assert.Contains("'other.onnx'", Fail(Package("body33-face468-left21-right21", "other.onnx")).Message, StringComparison.Ordinal);

    [Fact]
    public void Load_CardWithoutGraphs_IsRefused() =>
        Assert.Contains("graphs", Fail(Package("body33-face468-left21-right21", graphs: false)).Message, StringComparison.Ordinal);

    private static SignBridgeException Fail(ModelPackage package)
    {
        var failure = Assert.Throws<SignBridgeException>(() => HolisticModels.Load(package, LoadedModels.Sessions, new HolisticOptions()));
        Assert.Equal(FailureKind.Model, failure.Kind);
        return failure;
    }

    private ModelPackage Package(string layout, string body = Small, bool graphs = true)
    {
        File.Copy(LoadedModels.Package.PathOf(Small), Path.Combine(_folder, Small), overwrite: true);
        var bytes = File.ReadAllBytes(Path.Combine(_folder, Small));
        var card = new Dictionary<string, object>
        {
            ["name"] = "other",
            ["task"] = "pose",
            ["version"] = "1",
            ["license"] = "MIT",
            ["source"] = "test",
            ["layout"] = layout,
            ["files"] = new[] { new { path = Small, sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes = bytes.Length } },
        };
        if (graphs)
        {
            card["graphs"] = new
            {
                poseDetector = Small,
                poseLandmarks = new { full = body },
                handRecrop = Small,
                handLandmarks = Small,
                faceDetector = Small,
                faceLandmarks = Small,
            };
        }

        File.WriteAllText(Path.Combine(_folder, "card.json"), JsonSerializer.Serialize(card));
        return ModelPackage.Open(_folder);
    }
}
