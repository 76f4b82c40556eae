namespace SignBridge.Evaluation.Metrics.Text;

/// <summary>A table of a dynamic programme over two sequences; its cells lie in a buffer that is used again and again.</summary>
internal sealed class AlignmentTable
{
    private int[] _cells = [];
    private int _columns;

    /// <summary>A cell; its content is what was written there last.</summary>
    public ref int this[int row, int column] => ref _cells[row * _columns + column];

    public Span<int> Row(int row) => _cells.AsSpan(row * _columns, _columns);

    /// <summary>Sets the size; the cells have no defined content.</summary>
    public void Resize(int rows, int columns)
    {
        if ((long)rows * columns > _cells.Length)
            _cells = new int[checked(rows * columns)];
        _columns = columns;
    }
}
