namespace SignBridge.Translation;

/// <summary>The spelling of bytes as printable characters in byte-level vocabularies (GPT-2): printable Latin-1 stands for itself,
/// the other 68 bytes take the characters from U+0100 on, in order.</summary>
internal static class ByteLevelAlphabet
{
    private static readonly Dictionary<char, byte> Bytes = Build();

    /// <summary>The byte that a character stands for.</summary>
    public static bool TryGetByte(char character, out byte value) => Bytes.TryGetValue(character, out value);

    private static Dictionary<char, byte> Build()
    {
        var bytes = new Dictionary<char, byte>(256);
        var next = (char)0x100;
        for (var value = 0; value <= byte.MaxValue; value++)
        {
            var printable = value is >= '!' and <= '~' or >= 0xA1 and <= 0xAC or >= 0xAE;
            bytes.Add(printable ? (char)value : next++, (byte)value);
        }

        return bytes;
    }
}
