namespace SignBridge.Pose;

/// <summary>Which graph of MediaPipe Holistic is in which file of the package.</summary>
internal sealed record PoseGraphs
{
    /// <summary>Finds a person in the whole frame.</summary>
    public required string PoseDetector { get; init; }

    /// <summary>Body landmarks by complexity: <c>full</c>, <c>lite</c>.</summary>
    public required IReadOnlyDictionary<string, string> PoseLandmarks { get; init; }

    /// <summary>Corrects the region of a hand that the body landmarks suggest.</summary>
    public required string HandRecrop { get; init; }

    /// <summary>Hand landmarks.</summary>
    public required string HandLandmarks { get; init; }

    /// <summary>Finds the face in the region that the body landmarks suggest.</summary>
    public required string FaceDetector { get; init; }

    /// <summary>Face landmarks.</summary>
    public required string FaceLandmarks { get; init; }
}
