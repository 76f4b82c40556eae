namespace SignBridge;

/// <summary>The pose of a frame that was not dropped, for a skeleton over the video and to know that the frame is done with.</summary>
/// <param name="Pose">At the time of its frame.</param>
public sealed record PoseSeen(PoseFrame Pose) : LiveEvent(Pose.Time);
