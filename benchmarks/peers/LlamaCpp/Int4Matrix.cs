using System.Buffers.Binary;

namespace SignBridge.Peers;

/// <summary>Rows of int4 weights in blocks of 32 along a row, each block with a scale; a weight is (nibble - 8) × scale.</summary>
/// <param name="Columns">Weights of a row.</param>
/// <param name="Nibbles">16 bytes a block, weight 2i in the low and weight 2i+1 in the high half of byte i (ONNX Runtime's MatMulNBits).</param>
/// <param name="Scales">One a block.</param>
internal sealed record Int4Matrix(int Columns, ReadOnlyMemory<byte> Nibbles, ReadOnlyMemory<float> Scales)
{
    private const float RoundingError = 1f / 2048;
    private const int BlockWeights = 32;
    private const int BlockBytes = BlockWeights / 2;
    private const int Q4BlockBytes = sizeof(ushort) + BlockBytes;

    public int Rows => Scales.Length / BlocksOfRow;

    private int BlocksOfRow => Columns / BlockWeights;

    /// <summary>Some of the rows.</summary>
    public Int4Matrix Slice(int start, int rows) => new(
        Columns, Nibbles.Slice(start * BlocksOfRow * BlockBytes, rows * BlocksOfRow * BlockBytes), Scales.Slice(start * BlocksOfRow, rows * BlocksOfRow));

    /// <summary>The same weights as ggml's Q4_0: a block is its scale in float16, then 16 bytes with weight i in the low and weight i+16 in the high
    /// half of byte i (ggml-common.h, block_q4_0). The int4 values are the same bit for bit, the scales to the 11 bits of a float16.</summary>
    /// <param name="rowAt">Which row comes where.</param>
    /// <exception cref="InvalidDataException">A scale is outside of what float16 keeps to 11 bits.</exception>
    public byte[] ToQ4(Func<int, int> rowAt)
    {
        var result = new byte[Scales.Length * Q4BlockBytes];
        var nibbles = Nibbles.Span;
        var scales = Scales.Span;
        for (var row = 0; row < Rows; row++)
        {
            for (var i = 0; i < BlocksOfRow; i++)
            {
                var source = (rowAt(row) * BlocksOfRow) + i;
                Write(nibbles.Slice(source * BlockBytes, BlockBytes), scales[source], result.AsSpan(((row * BlocksOfRow) + i) * Q4BlockBytes, Q4BlockBytes));
            }
        }

        return result;
    }

    private static void Write(ReadOnlySpan<byte> nibbles, float scale, Span<byte> block)
    {
        var half = (Half)scale;
        if (scale != 0 && Math.Abs(((float)half / scale) - 1) > RoundingError)
            throw new InvalidDataException(FormattableString.Invariant($"The scale {scale} of a block has no float16 beside it, so a Q4_0 cannot keep its weights."));
        BinaryPrimitives.WriteHalfLittleEndian(block, half);
        for (var i = 0; i < BlockBytes; i++)
            block[sizeof(ushort) + i] = (byte)(Nibble(nibbles, i) | (Nibble(nibbles, i + BlockBytes) << 4));
    }

    private static int Nibble(ReadOnlySpan<byte> nibbles, int weight) => (nibbles[weight / 2] >> (weight % 2 * 4)) & 0xF;
}
