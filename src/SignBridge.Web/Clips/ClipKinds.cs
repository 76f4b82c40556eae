using SignBridge.Pose.Files;

namespace SignBridge.Web;

/// <summary>Tells files by their first bytes. FFmpeg also reads playlists, which name other files of the machine: they must not reach it.</summary>
internal static class ClipKinds
{
    // The first box of an MP4 or QuickTime file (ISO/IEC 14496-12 and the older files without ftyp).
    private static readonly byte[][] Boxes = [.. new[] { "ftyp", "moov", "mdat", "wide", "free", "skip" }.Select(System.Text.Encoding.ASCII.GetBytes)];

    private static ReadOnlySpan<byte> Ebml => [0x1A, 0x45, 0xDF, 0xA3];

    /// <param name="start">The first 16 bytes, or all.</param>
    public static ClipKind Of(ReadOnlySpan<byte> start)
    {
        if (PoseFileReader.StartsAsPose(start))
            return ClipKind.Pose;
        if (start.Length < 12)
            return ClipKind.Unknown;
        var isVideo = start.StartsWith(Ebml) || (start.StartsWith("RIFF"u8) && start[8..12].SequenceEqual("AVI "u8)) || IsBox(start[4..8]);
        return isVideo ? ClipKind.Video : ClipKind.Unknown;
    }

    private static bool IsBox(ReadOnlySpan<byte> type)
    {
        foreach (var box in Boxes)
        {
            if (type.SequenceEqual(box))
                return true;
        }

        return false;
    }
}
