namespace SignBridge.Web;

/// <summary>What an uploaded file is.</summary>
internal enum ClipKind
{
    /// <summary>Nothing that is read.</summary>
    Unknown,

    /// <summary>A <c>.pose</c> file.</summary>
    Pose,

    /// <summary>MP4, QuickTime, WebM, Matroska or AVI.</summary>
    Video,
}
