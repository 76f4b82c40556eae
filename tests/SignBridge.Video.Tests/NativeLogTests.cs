using System.Runtime.InteropServices;

namespace SignBridge.Video.Tests;

[CollectionDefinition(nameof(NativeLogTests), DisableParallelization = true)]
public sealed class NativeLogCollection;

/// <summary>Looks at the process's own stderr (descriptor 2), which natives write to past <see cref="Console.Error"/>; no other test runs meanwhile.</summary>
[Collection(nameof(NativeLogTests))]
public sealed class NativeLogTests : IDisposable
{
    private const int StandardError = 2;

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Natives_BrokenFilesAndAFailedWriter_WriteNothingToStandardError()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "redirects a descriptor");
        var log = _folder.Write("stderr", "");
        var cut = _folder.Cut(TestFolder.Fixture("index-first.mp4"), "cut.mp4", 0.5);
        var text = _folder.Write("text.mp4", "Hello!\n");
        Directory.CreateDirectory(_folder.At("images"));
        var jpeg = _folder.Image("images/1.jpg", new OpenCvSharp.Scalar(1, 2, 3), width: 640, height: 480);
        _folder.Cut(jpeg, Path.Combine("images", "2.jpg"), 0.6);
        _folder.Write(Path.Combine("images", "3.png"), [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13]);

        using (var target = File.OpenWrite(log))
        {
            var saved = dup(StandardError);
            Assert.Equal(StandardError, dup2((int)target.SafeFileHandle.DangerousGetHandle(), StandardError));
            try
            {
                using (var source = new VideoFileSource(cut))
                    await source.ReadAllAsync();
                Assert.Throws<SignBridgeException>(() => new VideoFileSource(text));
                Assert.Throws<SignBridgeException>(() => new VideoFileSource(TestFolder.Fixture("av1.mp4")));
                Assert.Throws<SignBridgeException>(() => new VideoFileWriter(_folder.At("large.mp4"), 9000, 64, 30));
                Assert.Throws<SignBridgeException>(() => new CameraSource(text));
                using var images = new ImageFolderSource(_folder.At("images"));
                await Assert.ThrowsAsync<SignBridgeException>(images.ReadAllAsync);
            }
            finally
            {
                _ = dup2(saved, StandardError);
                _ = close(saved);
            }
        }

        Assert.Equal("", File.ReadAllText(log));
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int dup(int descriptor);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int dup2(int from, int to);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int close(int descriptor);
}
