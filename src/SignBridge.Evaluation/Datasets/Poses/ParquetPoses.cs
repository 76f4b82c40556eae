using Parquet;

namespace SignBridge.Evaluation.Datasets;

/// <summary>Reads landmarks of MediaPipe Holistic out of the Parquet files of Kaggle's two sign language competitions. Thread-safe.</summary>
/// <remarks>
/// <para>"Isolated Sign Language Recognition" has a file for each sequence, with a row for each landmark of a frame (<see cref="LongLandmarks"/>);
/// "Fingerspelling" has many sequences in a file, with a row for each frame (<see cref="WideLandmarks"/>). NaN and empty mean absent.</para>
/// <para>Coordinates are shares of the frame's width and height, and neither its size nor its rate is in the data. It is taken for
/// 900×1200 pixels at 30 frames/s: 3:4 is the shape in which the shoulders of 150 GISLR clips have the proportions of people, and phones
/// film 30 frames/s. Only the ratio matters to a recogniser that measures in shoulder widths. z, a share of the width, becomes pixels too.</para>
/// <para>The face is left out: no recogniser here takes it, and it is nine tenths of the columns.</para>
/// </remarks>
internal sealed class ParquetPoses
{
    /// <summary>Assumed width of the frames in pixels.</summary>
    public const int Width = 900;

    /// <summary>Assumed height of the frames in pixels.</summary>
    public const int Height = 1200;

    /// <summary>Assumed rate of the frames.</summary>
    public const double FramesPerSecond = 30;

    private readonly Lock _lock = new();
    private WideLandmarks? _last;

    /// <summary>Reads a sequence.</summary>
    /// <exception cref="SignBridgeException">The file is missing, damaged or of another layout, or has not the sequence (<see cref="FailureKind.Input"/>).</exception>
    public PoseSequence Read(SampleMedia media)
    {
        var frames = media.Sequence is { } sequence ? ReadWide(media.Path).Frames(sequence) : ReadFile(media.Path, LongLandmarks.ReadAsync);
        return new PoseSequence(SkeletonLayout.HolisticWithoutFace, Width, Height, FramesPerSecond, frames, "mediapipe-holistic");
    }

    /// <summary>A landmark of the file in pixels.</summary>
    public static Landmark At(float x, float y, float z) =>
        float.IsFinite(x) && float.IsFinite(y) ? new Landmark(x * Width, y * Height, float.IsFinite(z) ? z * Width : 0, 1) : Landmark.Absent;

    /// <summary>What to say of a file with other columns.</summary>
    public static SignBridgeException OtherColumns(string path, string expected) => new(
        FailureKind.Input, $"'{path}' has not the columns of landmarks that are expected ({expected}); use the files as Kaggle distributes them.");

    // A data set is read file by file, and a file holds about a thousand sequences: the last one is kept, which is some 150 MB.
    private WideLandmarks ReadWide(string path)
    {
        lock (_lock)
        {
            if (_last?.Path != path)
            {
                _last = null;
                _last = ReadFile(path, WideLandmarks.ReadAsync);
            }

            return _last;
        }
    }

    private static T ReadFile<T>(string path, Func<string, ParquetReader, Task<T>> read)
    {
        try
        {
            return Task.Run(async () =>
            {
                await using var reader = await ParquetReader.CreateAsync(path);
                return await read(path, reader);
            }).GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SignBridgeException(FailureKind.Input, $"'{path}' does not exist; check the path.", e);
        }
        catch (Exception e) when (e is not (SignBridgeException or OutOfMemoryException))
        {
            // The library throws whatever its decoders meet in a damaged file.
            throw new SignBridgeException(FailureKind.Input, $"'{path}' cannot be read as a Parquet file ({e.Message.ReplaceLineEndings(" ").TrimEnd('.')}); fetch it again.", e);
        }
    }
}
