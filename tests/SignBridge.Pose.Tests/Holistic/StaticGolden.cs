using OpenCvSharp;
using SignBridge.Testing;

namespace SignBridge.Pose.Tests.Holistic;

/// <summary>The goldens without tracking: [frames, 543, 4], normalised, in the order face, left hand, body, right hand.</summary>
internal static class StaticGolden
{
    private static readonly string[] Order = ["face", "left", "body", "right"];

    public static List<PoseFrame> Read(NumpyArray array, Size size)
    {
        var layout = SkeletonLayout.Holistic;
        var frames = new List<PoseFrame>();
        for (var frame = 0; frame < array.Shape[0]; frame++)
        {
            var landmarks = new Landmark[layout.Count];
            var source = frame * layout.Count;
            foreach (var part in Order.Select(name => layout.Parts.Single(p => p.Name == name)))
            {
                for (var i = 0; i < part.Count; i++, source++)
                    landmarks[part.Offset + i] = Scale(array.Values.AsSpan(source * 4, 4), size);
            }

            frames.Add(new PoseFrame(default, layout, landmarks));
        }

        return frames;
    }

    private static Landmark Scale(ReadOnlySpan<float> v, Size size) => float.IsNaN(v[0]) || v[..3].IndexOfAnyExcept(0) < 0
        ? Landmark.Absent
        : new Landmark(v[0] * size.Width, v[1] * size.Height, v[2] * size.Width, v[3]);
}
