using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using SignBridge.Onnx;

namespace SignBridge.Cli;

/// <summary><c>signbridge models list|show|verify|fp16</c></summary>
internal static class ModelsCommand
{
    public static Command Create()
    {
        var list = new Command("list", "The model packages, their tasks, versions and licences.");
        list.Options.Add(CommonOptions.Models);
        list.SetAction(result => List(CommonOptions.Catalog(result)));

        var name = new Argument<string>("NAME") { Description = "The package." };
        var show = new Command("show", "What a package's card says.") { name };
        show.Options.Add(CommonOptions.Models);
        show.SetAction(result => Show(CommonOptions.Catalog(result).Open(result.GetRequiredValue(name))));

        var names = new Argument<string[]>("NAME") { Description = "The packages; all where none is named.", Arity = ArgumentArity.ZeroOrMore };
        var verify = new Command("verify", "Compare every file with the sha256 of its card.") { names };
        verify.Options.Add(CommonOptions.Models);
        verify.SetAction(result => Verify(CommonOptions.Catalog(result), result.GetValue(names) ?? []));

        var fp16 = new Command("fp16", "Write a variant of a pose package that computes in float16, for a card: the folder NAME-fp16 beside it.") { name };
        fp16.Options.Add(CommonOptions.Models);
        fp16.Options.Add(CommonOptions.Force);
        fp16.SetAction(result => WriteHalfPrecision(CommonOptions.Catalog(result).Open(result.GetRequiredValue(name)), result.GetValue(CommonOptions.Force)));

        return new Command("models", "The model packages.") { list, show, verify, fp16 };
    }

    /// <summary>Verifies packages, a line each.</summary>
    /// <returns>Whether all are whole.</returns>
    public static bool Verify(ModelCatalog catalog, IReadOnlyList<string> names, TextWriter output)
    {
        var whole = true;
        foreach (var name in names.Count > 0 ? names : [.. catalog.Folders.Select(f => Path.GetFileName(f))])
        {
            try
            {
                var package = catalog.Open(name);
                package.Verify();
                output.WriteLine($"{name} {package.Card.Version}: whole ({package.Card.Files.Count} files)");
            }
            catch (SignBridgeException e)
            {
                output.WriteLine($"{name}: {e.Message}");
                whole = false;
            }
        }

        return whole;
    }

    private static int Verify(ModelCatalog catalog, string[] names) => Verify(catalog, names, Console.Out) ? ExitCode.Success : ExitCode.Model;

    private static int List(ModelCatalog catalog)
    {
        var code = ExitCode.Success;
        foreach (var folder in catalog.Folders)
        {
            try
            {
                var card = ModelPackage.Open(folder).Card;
                var megabytes = card.Files.Sum(f => f.Bytes) / 1e6;
                Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{card.Name,-20} {card.Task,-12} {card.Version,-16} {card.License,-12} {megabytes,6:0.0} MB"));
            }
            catch (SignBridgeException e)
            {
                Console.Error.WriteLine($"signbridge: {e.Message}");
                code = ExitCode.Model;
            }
        }

        return code;
    }

    private static int Show(ModelPackage package)
    {
        var card = package.Card;
        var output = Console.Out;
        output.WriteLine($"{card.Name} {card.Version}: {card.Task}, {card.License}");
        output.WriteLine($"folder: {package.Directory}");
        output.WriteLine($"source: {card.Source}");
        if (card.Extractor is not null)
            output.WriteLine($"extractor: {card.Extractor}");
        if (card.Limits is not null)
            output.WriteLine($"limits: {card.Limits}");
        foreach (var measured in card.Measured)
            output.WriteLine($"measured: {Property(measured, "metric")} = {Property(measured, "value")} on {Property(measured, "on")} ({Property(measured, "how")})");
        foreach (var file in card.Files)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"file: {file.Path}, {file.Bytes} bytes, sha256 {file.Sha256}"));
        return ExitCode.Success;
    }

    private static int WriteHalfPrecision(ModelPackage package, bool overwrite)
    {
        Console.Out.WriteLine(HalfPrecisionPackage.Write(package, overwrite));
        return ExitCode.Success;
    }

    private static string Property(JsonElement measured, string name) =>
        measured.ValueKind == JsonValueKind.Object && measured.TryGetProperty(name, out var value) ? value.ToString() : "?";
}
