namespace SignBridge.Web;

/// <summary>What a binary message carries.</summary>
internal enum FrameKind : byte
{
    /// <summary>A JPEG, WebP or PNG image.</summary>
    Image = 1,

    /// <summary>float32 x, y, confidence of each landmark.</summary>
    Landmarks = 2,
}
