namespace SignBridge.Cli;

/// <summary>What working on a clip went through.</summary>
/// <param name="Frames">Poses of the clip: one a frame, or one a tick of the recogniser's rate where the clip is translated.</param>
/// <param name="MediaTime">How long the clip lasts.</param>
internal sealed record MeasuredClip(int Frames, TimeSpan MediaTime);
