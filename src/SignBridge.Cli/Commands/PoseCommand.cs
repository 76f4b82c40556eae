using System.CommandLine;
using SignBridge.Pose;

namespace SignBridge.Cli;

/// <summary><c>signbridge pose INPUT… -o DIR</c>: a <c>.pose</c> file of every frame of each input.</summary>
internal static class PoseCommand
{
    public static Command Create()
    {
        var inputs = new Argument<string[]>("INPUT") { Description = "Videos or folders of images.", Arity = ArgumentArity.OneOrMore };
        var folder = new Option<string>("-o", "--output") { Description = "Folder for the .pose files, each named as its input.", HelpName = "DIR", Required = true };
        var face = new Option<bool>("--face") { Description = "With the 468 landmarks of the face." };
        var rate = CommonOptions.ImagesPerSecond;
        var command = new Command("pose", "Estimate the poses of videos and write them as .pose files (pose-format 0.2).")
        {
            inputs, folder, face, rate, CommonOptions.Device, CommonOptions.Models, CommonOptions.Model, CommonOptions.Force,
        };
        CommonOptions.RejectUnknownOptions(inputs);
        command.SetAction((result, cancellationToken) =>
        {
            var sessions = DeviceNote.Open(result.GetRequiredValue(CommonOptions.Device));
            var package = CommonOptions.Package(result, "pose");
            package.Verify();
            var options = new HolisticOptions { Face = result.GetValue(face) };
            var run = new PoseRun(package, sessions, options, result.GetRequiredValue(folder), result.GetValue(rate), result.GetValue(CommonOptions.Force));
            return run.RunAsync(result.GetRequiredValue(inputs), cancellationToken);
        });
        return command;
    }
}
