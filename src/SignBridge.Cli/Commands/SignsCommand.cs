using System.CommandLine;
using System.Globalization;
using SignBridge.Recognition;

namespace SignBridge.Cli;

/// <summary><c>signbridge signs list|remove|export|import|evaluate</c>: the taught signs.</summary>
internal static class SignsCommand
{
    public static Command Create()
    {
        var list = new Command("list", "The taught signs, how many examples each has and of which recogniser they are.") { SignOptions.Signs };
        list.SetAction(result => List(SignOptions.FolderToRead(result)));

        var names = new Argument<string[]>("NAME") { Description = "The signs.", Arity = ArgumentArity.OneOrMore };
        var remove = new Command("remove", "Forget taught signs.") { names, SignOptions.Signs };
        remove.SetAction((result, cancellationToken) => RemoveAsync(SignOptions.FolderToRead(result), result.GetRequiredValue(names), cancellationToken));

        var name = new Argument<string>("NAME") { Description = "The sign." };
        var export = new Command("export", "Write a taught sign to the standard output, for import elsewhere.") { name, SignOptions.Signs };
        export.SetAction(result => Export(SignOptions.FolderToRead(result).Require(result.GetRequiredValue(name))));

        return new Command("signs", "The signs that were taught with signbridge teach.") { list, remove, export, CreateImport(), SignsEvaluateCommand.Create() };
    }

    private static Command CreateImport()
    {
        var files = new Argument<string[]>("FILE") { Description = "What signs export wrote.", Arity = ArgumentArity.OneOrMore };
        var import = new Command("import", "Take over signs that were exported elsewhere, for the same recogniser.")
        {
            files, SignOptions.Signs, CommonOptions.Models, CommonOptions.Model, CommonOptions.Force,
        };
        CommonOptions.RejectUnknownOptions(files);
        import.SetAction((result, cancellationToken) =>
        {
            var folder = SignOptions.Folder(result);
            var recognizer = RecognizerIdentity.Of(CommonOptions.Package(result, "recognition"));
            return InputLoop.RunAsync(result.GetRequiredValue(files), file => Import(folder, file, recognizer, result.GetValue(CommonOptions.Force)), cancellationToken);
        });
        return import;
    }

    private static int List(EnrolledSignFolder folder)
    {
        var code = ExitCode.Success;
        foreach (var file in folder.Files())
        {
            try
            {
                var sign = EnrolledSignFile.Read(file);
                Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sign.Name,-20} {sign.Examples.Count,3} {(sign.Examples.Count == 1 ? "example " : "examples")} {sign.Recognizer.Name}"));
            }
            catch (SignBridgeException e)
            {
                Console.Error.WriteLine($"signbridge: {e.Message}");
                code = ExitCode.Model;
            }
        }

        return code;
    }

    private static Task<int> RemoveAsync(EnrolledSignFolder folder, IReadOnlyList<string> names, CancellationToken cancellationToken) => InputLoop.RunAsync(
        names,
        name =>
        {
            folder.Remove(name);
            Console.Out.WriteLine($"{name}: removed");
            return Task.CompletedTask;
        },
        cancellationToken);

    private static int Export(string file)
    {
        using var output = OutputFile.Open(path: null, overwrite: false);
        output.WriteAll(EnrolledSignFile.Write(EnrolledSignFile.Read(file)));
        return ExitCode.Success;
    }

    private static Task Import(EnrolledSignFolder folder, string file, RecognizerIdentity recognizer, bool overwrite)
    {
        var sign = EnrolledSignFile.Read(file);
        sign.RequireTaughtTo(recognizer, file);
        Console.Out.WriteLine($"{sign.Name}: imported to {folder.Save(sign, overwrite)}");
        return Task.CompletedTask;
    }
}
