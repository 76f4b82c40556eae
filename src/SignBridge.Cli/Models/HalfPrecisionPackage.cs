using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using global::Onnx;
using Google.Protobuf;
using SignBridge.Onnx;

namespace SignBridge.Cli;

/// <summary>Writes the float16 variant of a package: the same files with the graphs rewritten, and a card of its own.</summary>
internal static class HalfPrecisionPackage
{
    private static readonly JsonSerializerOptions CardFormat = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Writes the folder <c>NAME-fp16</c> beside the package.</summary>
    /// <returns>The new folder.</returns>
    /// <exception cref="SignBridgeException">The package is damaged or not one of poses, a graph cannot be rewritten (<see cref="FailureKind.Model"/>), or the folder
    /// exists and is not to be replaced, or cannot be written (<see cref="FailureKind.Output"/>).</exception>
    public static string Write(ModelPackage package, bool overwrite)
    {
        if (package.Card.Task != "pose")
            throw new SignBridgeException(FailureKind.Model, $"The package '{package.Card.Name}' is for {package.Card.Task}, expected one for pose: only graphs that look at images gain from float16; name another package.");
        package.Verify();
        var folder = Path.TrimEndingDirectorySeparator(package.Directory) + "-fp16";
        try
        {
            if (Directory.Exists(folder) && !overwrite)
                throw new SignBridgeException(FailureKind.Output, $"The folder '{folder}' exists already; say --force to replace it.");
            var unfinished = Directory.CreateDirectory(folder + ".unfinished").FullName;
            foreach (var file in package.Card.Files)
                Write(package.PathOf(file.Path), Path.Combine(unfinished, file.Path));
            foreach (var legal in (string[])["LICENSE", "NOTICE"])
            {
                if (File.Exists(Path.Combine(package.Directory, legal)))
                    File.Copy(Path.Combine(package.Directory, legal), Path.Combine(unfinished, legal), overwrite: true);
            }

            File.WriteAllText(Path.Combine(unfinished, "card.json"), Card(package, Path.GetFileName(folder), unfinished) + "\n");
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
            Directory.Move(unfinished, folder);
            return folder;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw OutputFile.Unwritable(folder, e);
        }
    }

    private static void Write(string source, string target)
    {
        if (Path.GetExtension(source) != ".onnx")
        {
            File.Copy(source, target, overwrite: true);
            return;
        }

        try
        {
            var model = ModelProto.Parser.ParseFrom(File.ReadAllBytes(source));
            HalfPrecisionGraph.Convert(model);
            File.WriteAllBytes(target, model.ToByteArray());
        }
        catch (Exception e) when (e is NotSupportedException or InvalidProtocolBufferException)
        {
            throw new SignBridgeException(FailureKind.Model, $"The graph '{source}' cannot be rewritten for float16: {e.Message.TrimEnd('.')}; name another package.", e);
        }
    }

    private static string Card(ModelPackage package, string name, string folder)
    {
        var card = JsonNode.Parse(File.ReadAllText(Path.Combine(package.Directory, "card.json")))!.AsObject();
        card["name"] = name;
        card["source"] = $"{package.Card.Source}; computing in float16, rewritten by signbridge models fp16";
        card["extractor"] = package.Card.Extractor ?? package.Card.Name;
        card.Remove("measured"); // it was measured with the other graphs
        card["files"] = JsonSerializer.SerializeToNode(package.Card.Files.Select(f => Described(folder, f.Path)), CardFormat);
        return card.ToJsonString(CardFormat);
    }

    private static ModelFile Described(string folder, string path)
    {
        var content = File.ReadAllBytes(Path.Combine(folder, path));
        return new ModelFile(path, Convert.ToHexStringLower(SHA256.HashData(content)), content.Length);
    }
}
