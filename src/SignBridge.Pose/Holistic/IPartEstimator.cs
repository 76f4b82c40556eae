using OpenCvSharp;

namespace SignBridge.Pose.Holistic;

/// <summary>Finds a hand or the face of a body. Those of one stream may run at the same time, each on a frame of its own.</summary>
internal interface IPartEstimator : IDisposable
{
    /// <summary>Finds the part in a frame.</summary>
    /// <param name="frame">BGR.</param>
    /// <param name="body">The 33 landmarks of the body.</param>
    /// <param name="part">Takes the landmarks of the part where it was found.</param>
    /// <returns>Whether it was found.</returns>
    bool Estimate(Mat frame, ReadOnlySpan<Landmark> body, Span<Landmark> part);

    /// <summary>Forgets the past.</summary>
    void Reset();
}
