using System.CommandLine;
using System.CommandLine.Parsing;
using SignBridge.Recognition;
using SignBridge.Translation;

namespace SignBridge.Cli;

/// <summary><c>signbridge teach NAME CLIP…</c>: a new sign by a few examples.</summary>
internal static class TeachCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "What the sign's gloss is called." };
        var clips = new Argument<string[]>("CLIP") { Description = "Videos, folders of images or .pose files, each of that sign alone; three or more are best.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("teach", "Teach a new sign by a few examples; translate and live recognise it from then on.")
        {
            name, clips, SignOptions.Signs, CommonOptions.ImagesPerSecond, CommonOptions.Device, CommonOptions.Models, CommonOptions.Model, CommonOptions.Force,
        };
        CommonOptions.RejectUnknownOptions(name);
        name.Validators.Add(result => RequireWord(result));
        CommonOptions.RejectUnknownOptions(clips);
        command.SetAction(async (result, cancellationToken) =>
        {
            var folder = SignOptions.Folder(result);
            var force = result.GetValue(CommonOptions.Force);
            if (!force)
                folder.RequireNew(result.GetRequiredValue(name));
            using var translator = await LoadAsync(result, result.GetRequiredValue(clips));
            await new TeachRun(translator, folder, result.GetValue(CommonOptions.ImagesPerSecond), force)
                .RunAsync(result.GetRequiredValue(name), result.GetRequiredValue(clips), cancellationToken);
            return ExitCode.Success;
        });
        return command;
    }

    private static void RequireWord(ArgumentResult result)
    {
        try
        {
            SignName.Require(result.Tokens.Count > 0 ? result.Tokens[0].Value : "");
        }
        catch (SignBridgeException e)
        {
            result.AddError(e.Message);
        }
    }

    /// <summary>What reads clips of single signs: no language model, and no pose models where all clips are <c>.pose</c> files.</summary>
    public static Task<Translator> LoadAsync(ParseResult result, IEnumerable<string> clips)
    {
        var options = new TranslatorOptions { ReadsVideo = !clips.All(ClipFile.IsPoseFile), Models = result.GetValue(CommonOptions.Model)!, Text = new PlainTranslator() };
        var sessions = DeviceNote.Open(result.GetRequiredValue(CommonOptions.Device));
        return TranslatorLoader.LoadAsync(CommonOptions.Catalog(result), sessions, options, TimeProvider.System);
    }
}
