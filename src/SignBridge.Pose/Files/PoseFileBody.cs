using System.Runtime.InteropServices;

namespace SignBridge.Pose.Files;

/// <summary>The numbers of a <c>.pose</c> file: float32 coordinates [frames, people, points, dimensions], then confidences [frames, people, points].</summary>
/// <remarks>One person of one frame is held at a time, so that the file's size does not matter.</remarks>
internal sealed class PoseFileBody(Stream stream, PoseFileHeader header)
{
    private readonly float[] _coordinates = new float[header.Points * header.Dimensions];
    private readonly float[] _confidences = new float[header.Points];

    /// <summary>Coordinates of the person read last.</summary>
    public ReadOnlySpan<float> Coordinates => _coordinates;

    /// <summary>Confidences of the person read last.</summary>
    public ReadOnlySpan<float> Confidences => _confidences;

    /// <summary>Reads a person of a frame.</summary>
    public void ReadPerson(int frame, int person)
    {
        Read(_coordinates, header.BodyStart, frame, person);
        ReadConfidences(frame, person);
    }

    /// <summary>The person with the greatest sum of confidences over all frames; the first of equals.</summary>
    /// <param name="points">Which points count.</param>
    public int FindMostConfident(ReadOnlySpan<LandmarkSource> points)
    {
        var sums = new double[header.People];
        for (var frame = 0; frame < header.Frames; frame++)
        {
            for (var person = 0; person < sums.Length; person++)
            {
                ReadConfidences(frame, person);
                foreach (var point in points)
                    sums[person] += point.Point < 0 ? 0 : _confidences[point.Point];
            }
        }

        return Array.IndexOf(sums, sums.Max());
    }

    private void ReadConfidences(int frame, int person)
    {
        var start = header.BodyStart + sizeof(float) * (long)header.Frames * header.People * _coordinates.Length;
        Read(_confidences, start, frame, person);
    }

    private void Read(float[] values, long start, int frame, int person)
    {
        stream.Position = start + sizeof(float) * values.Length * ((long)frame * header.People + person);
        stream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
    }
}
