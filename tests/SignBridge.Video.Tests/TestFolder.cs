using System.Text;
using OpenCvSharp;

namespace SignBridge.Video.Tests;

/// <summary>A folder that goes with the test, and what tests put into it.</summary>
public sealed class TestFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("signbridge-video-");

    public string Root => _folder.FullName;

    public static string Fixture(string name) => Path.Combine(AppContext.BaseDirectory, "fixtures", name);

    /// <summary>The grey of a frame, far enough from that of the next one to be told apart after encoding.</summary>
    public static int Grey(int index) => 20 + (index * 10 % 220);

    public string At(params string[] path) => Path.Combine([Root, .. path]);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(At(name), bytes);
        return At(name);
    }

    /// <summary>A video whose frames are of one grey each.</summary>
    public string Video(string name, int frames, double rate = 30, int width = 64, int height = 48)
    {
        using var writer = new VideoFileWriter(At(name), width, height, rate);
        for (var i = 0; i < frames; i++)
        {
            using var image = new Mat(height, width, MatType.CV_8UC3, Scalar.All(Grey(i)));
            writer.Write(image);
        }

        writer.Complete();
        return At(name);
    }

    public string Image(string name, Scalar colour, int width = 16, int height = 12, MatType? type = null)
    {
        using var image = new Mat(height, width, type ?? MatType.CV_8UC3, colour);
        Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        Assert.True(Cv2.ImWrite(At(name), image));
        return At(name);
    }

    /// <summary>The first part of a file under another name.</summary>
    public string Cut(string path, string name, double share)
    {
        var bytes = File.ReadAllBytes(path);
        return Write(name, bytes[..(int)(bytes.Length * share)]);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
