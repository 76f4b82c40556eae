using System.Numerics;

namespace SignBridge.Pose.Holistic;

/// <summary>Landmarks as vectors.</summary>
internal static class LandmarkExtensions
{
    extension(Landmark landmark)
    {
        /// <summary>x and y.</summary>
        public Vector2 Position => new(landmark.X, landmark.Y);
    }
}
