using Parquet;
using Parquet.Schema;

namespace SignBridge.Evaluation.Datasets;

/// <summary>Reads columns of numbers, whatever type of number their writer chose.</summary>
internal static class ParquetColumn
{
    /// <summary>The columns of a file by name.</summary>
    public static IReadOnlyDictionary<string, DataField> Fields(ParquetReader reader) =>
        reader.Schema.GetDataFields().ToDictionary(f => f.Name, StringComparer.Ordinal);

    /// <summary>Reads a column as float; what is empty becomes NaN.</summary>
    public static async Task<float[]> FloatsAsync(ParquetRowGroupReader rows, DataField field) => field.ClrType switch
    {
        var type when type == typeof(float) => await ReadAsync<float, float>(rows, field, v => v ?? float.NaN),
        var type when type == typeof(double) => await ReadAsync<double, float>(rows, field, v => (float?)v ?? float.NaN),
        var type => throw new InvalidDataException($"the column {field.Name} has the type {type.Name}"),
    };

    /// <summary>Reads a column of integers.</summary>
    public static async Task<long[]> IntegersAsync(ParquetRowGroupReader rows, DataField field) => field.ClrType switch
    {
        var type when type == typeof(short) => await ReadAsync<short, long>(rows, field, v => v!.Value),
        var type when type == typeof(int) => await ReadAsync<int, long>(rows, field, v => v!.Value),
        var type when type == typeof(long) => await ReadAsync<long, long>(rows, field, v => v!.Value),
        var type => throw new InvalidDataException($"the column {field.Name} has the type {type.Name}"),
    };

    /// <summary>Reads a column of texts.</summary>
    public static async Task<string?[]> TextsAsync(ParquetRowGroupReader rows, DataField field)
    {
        var values = new string?[rows.RowCount];
        await rows.ReadAsync(field, values.AsMemory()!);
        return values;
    }

    private static async Task<TOut[]> ReadAsync<TIn, TOut>(ParquetRowGroupReader rows, DataField field, Converter<TIn?, TOut> convert)
        where TIn : struct
    {
        if (field.IsNullable)
        {
            var values = new TIn?[rows.RowCount];
            await rows.ReadAsync<TIn>(field, values.AsMemory());
            return Array.ConvertAll(values, convert);
        }

        var present = new TIn[rows.RowCount];
        await rows.ReadAsync<TIn>(field, present.AsMemory());
        return Array.ConvertAll(present, v => convert(v));
    }
}
