using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace SignBridge.Testing;

/// <summary>A float32 array of a <c>.npy</c> file (format 1.0, C order), as the goldens are written.</summary>
public sealed record NumpyArray(int[] Shape, float[] Values)
{
    /// <summary>Reads a file.</summary>
    public static NumpyArray Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var headerLength = BitConverter.ToUInt16(bytes, 8);
        var header = Encoding.ASCII.GetString(bytes, 10, headerLength);
        if (!header.Contains("'<f4'", StringComparison.Ordinal) || !header.Contains("'fortran_order': False", StringComparison.Ordinal))
            throw new FormatException($"'{path}' is not a float32 array in C order: {header}");
        var shape = Regex.Match(header, @"\(([^)]*)\)").Groups[1].Value
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(d => int.Parse(d, CultureInfo.InvariantCulture)).ToArray();
        return new NumpyArray(shape, MemoryMarshal.Cast<byte, float>(bytes.AsSpan(10 + headerLength)).ToArray());
    }
}
