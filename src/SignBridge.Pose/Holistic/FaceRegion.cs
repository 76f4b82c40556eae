using System.Numerics;

namespace SignBridge.Pose.Holistic;

/// <summary>Where the face is, by what is known of it.</summary>
internal static class FaceRegion
{
    /// <summary>From the body's first eleven landmarks (<c>face_landmarks_from_pose_to_recrop_roi.pbtxt</c>).</summary>
    public static Region FromBody(ReadOnlySpan<Landmark> body) => Around(body[..11], rightEye: 5, leftEye: 2, scale: 3);

    /// <summary>From the landmarks of the face (<c>face_landmarks_to_roi.pbtxt</c>).</summary>
    public static Region FromLandmarks(ReadOnlySpan<Landmark> face) => Around(face, rightEye: 33, leftEye: 263, scale: 1.5f);

    /// <summary>From the six keypoints of the face detector, the eyes first (<c>face_detection_front_detections_to_roi.pbtxt</c>).</summary>
    public static Region FromDetection(ReadOnlySpan<Vector2> keypoints)
    {
        var box = BoundingBox.Empty;
        foreach (var point in keypoints)
            box = box.With(point);
        return Region.AroundBox(box.Center, box.Extent, Region.RotationOf(keypoints[0], keypoints[1], 0), scale: 2, shiftY: -0.1f);
    }

    private static Region Around(ReadOnlySpan<Landmark> landmarks, int rightEye, int leftEye, float scale)
    {
        var box = BoundingBox.Around(landmarks);
        return Region.AroundBox(box.Center, box.Extent, Region.RotationOf(landmarks[rightEye].Position, landmarks[leftEye].Position, 0), scale);
    }
}
