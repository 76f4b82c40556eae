using System.Security.Cryptography;
using System.Text;
using SignBridge.Evaluation.Runs;
using SignBridge.Onnx;
using SignBridge.Translation;

namespace SignBridge.Cli;

/// <summary>Which models a run uses, for its settings and for the store of poses.</summary>
internal sealed class RunModels
{
    /// <summary>Readings of an isolated sign that are asked for: ten, and the unknown sign that may stand among them.</summary>
    public const int Best = 11;

    /// <param name="package">Opens the package of a task.</param>
    /// <param name="readsVideo">Whether poses are estimated.</param>
    /// <param name="text">What writes the text in place of the language model; null for that.</param>
    public RunModels(Func<string, ModelPackage> package, bool readsVideo, ITextTranslator? text)
    {
        var used = new List<UsedModel>();
        if (readsVideo)
            used.Add(Of(package("pose").Card));
        Extraction = readsVideo ? $"{used[0].Name} {used[0].Version} {used[0].Sha256}" : "";
        used.Add(Of(package("recognition").Card));
        used.Add(text is null ? Of(package("translation").Card) : new UsedModel("translation", text.Name, "", ""));
        Used = used;
    }

    /// <summary>In the order of the pipeline.</summary>
    public IReadOnlyList<UsedModel> Used { get; }

    /// <summary>How poses are made.</summary>
    public string Extraction { get; }

    private static UsedModel Of(ModelCard card) => new(card.Task, card.Name, card.Version, Hash(card));

    private static string Hash(ModelCard card) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Join('\n', card.Files.OrderBy(f => f.Path, StringComparer.Ordinal).Select(f => $"{f.Sha256} {f.Path}")))));
}
