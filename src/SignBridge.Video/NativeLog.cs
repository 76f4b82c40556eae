using System.Runtime.InteropServices;
using OpenCvSharp;

namespace SignBridge.Video;

/// <summary>Keeps OpenCV and FFmpeg from writing to stderr, where only our own messages belong.</summary>
/// <remarks>FFmpeg's level is an environment variable that OpenCV reads with getenv when it first touches FFmpeg.
/// <see cref="Environment.SetEnvironmentVariable(string, string?)"/> does not reach getenv on Unix, so libc is asked directly.
/// Whoever sets OPENCV_LOG_LEVEL or OPENCV_FFMPEG_LOGLEVEL outside keeps what they asked for.</remarks>
internal static class NativeLog
{
    private const string FFmpegQuiet = "-8"; // AV_LOG_QUIET

    private static readonly Lazy<bool> Silenced = new(() =>
    {
        if (!OperatingSystem.IsWindows())
            _ = setenv("OPENCV_FFMPEG_LOGLEVEL", FFmpegQuiet, overwrite: 0);
        if (Environment.GetEnvironmentVariable("OPENCV_LOG_LEVEL") is null)
            Cv2.SetLogLevel(LogLevel.SILENT);
        return true;
    });

    /// <summary>Call before the first use of a capture or a writer.</summary>
    public static void Silence() => _ = Silenced.Value;

    [DllImport("libc", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int setenv(string name, string value, int overwrite);
}
