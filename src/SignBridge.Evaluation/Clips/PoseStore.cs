using System.Text.Json;
using SignBridge.Pose.Files;

namespace SignBridge.Evaluation.Clips;

/// <summary>A folder of poses that were estimated before: estimating them is nearly all the work of a run. Programs may share it.</summary>
/// <param name="folder">Created when something is first kept.</param>
public sealed class PoseStore(string folder)
{
    /// <summary>The user's folder: <c>signbridge/poses</c> in <c>$XDG_CACHE_HOME</c>, which is <c>~/.cache</c> where that is not set.</summary>
    public static PoseStore Find()
    {
        var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } named
            ? named
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify), ".cache");
        return new PoseStore(Path.Combine(cache, "signbridge", "poses"));
    }

    /// <summary>Keeps the poses of a clip and gives them back as they will be read: a clip is the same whether or not it was kept before.</summary>
    /// <exception cref="SignBridgeException">The folder cannot be written (<see cref="FailureKind.Output"/>).</exception>
    internal SampleClip Keep(string key, SampleClip clip)
    {
        var (poses, facts) = Files(key);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(poses)!);
            PoseFileWriter.Write(poses, clip.Clip.Poses, overwrite: true);
            var unfinished = $"{facts}.{Guid.NewGuid():n}.tmp";
            File.WriteAllBytes(unfinished, JsonSerializer.SerializeToUtf8Bytes(StoredFacts.Of(clip)));
            File.Move(unfinished, facts, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SignBridgeException(FailureKind.Output, $"The poses cannot be kept in '{folder}' ({e.Message.TrimEnd('.')}); make room, or name another folder with --poses.", e);
        }

        return Find(key, clip.Clip.Name) ?? throw new SignBridgeException(FailureKind.Output, $"The poses '{poses}' were removed while they were read; let one program at a time clear the folder.");
    }

    /// <summary>The poses that were kept; null where there are none, or where they are damaged.</summary>
    /// <param name="key">What they depend on.</param>
    /// <param name="name">What the result calls the clip.</param>
    internal SampleClip? Find(string key, string name)
    {
        var (poses, facts) = Files(key);
        try
        {
            if (!File.Exists(facts) || JsonSerializer.Deserialize<StoredFacts>(File.ReadAllBytes(facts)) is not { } stored)
                return null;
            var read = PoseFileReader.Read(poses);
            return new SampleClip(new Clip(name, read, stored.FramesPerSecond, stored.Duration, stored.Notices), stored.Brightness);
        }
        catch (Exception e) when (e is SignBridgeException or IOException or UnauthorizedAccessException or JsonException)
        {
            return null; // estimated again and written over
        }
    }

    // Two levels: folders of a hundred thousand files are slow to list.
    private (string Poses, string Facts) Files(string key)
    {
        var file = Path.Combine(folder, key[..2], key);
        return (file + ".pose", file + ".json");
    }
}
