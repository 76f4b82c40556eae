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
        string[] tasks = [.. readsVideo ? ["pose"] : Array.Empty<string>(), "recognition", .. text is null ? ["translation"] : Array.Empty<string>()];
        ModelCard[] cards = [.. tasks.Select(t => package(t).Card)];
        Used = [.. cards.Select(Of), .. text is null ? Array.Empty<UsedModel>() : [new UsedModel("translation", text.Name, "", "")]];
        Cards = [.. cards.Select(c => new CardNote(c.Name, c.License, c.Source, c.Limits))];
        Extraction = readsVideo ? $"{Used[0].Name} {Used[0].Version} {Used[0].Sha256}" : "";
    }

    /// <summary>In the order of the pipeline.</summary>
    public IReadOnlyList<UsedModel> Used { get; }

    /// <summary>What their cards say, in the same order.</summary>
    public IReadOnlyList<CardNote> Cards { get; }

    /// <summary>How poses are made.</summary>
    public string Extraction { get; }

    private static UsedModel Of(ModelCard card) => new(card.Task, card.Name, card.Version, Hash(card));

    private static string Hash(ModelCard card) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Join('\n', card.Files.OrderBy(f => f.Path, StringComparer.Ordinal).Select(f => $"{f.Sha256} {f.Path}")))));
}
