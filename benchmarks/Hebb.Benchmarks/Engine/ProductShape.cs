namespace Hebb.Benchmarks.Engine;

/// <summary>The sizes of a matrix product.</summary>
/// <param name="Rows">Rows of the result.</param>
/// <param name="Depth">What is summed over.</param>
/// <param name="Columns">Columns of the result.</param>
public readonly record struct ProductShape(int Rows, int Depth, int Columns)
{
    /// <summary>Multiplications and additions.</summary>
    public double FloatingPointOperations => 2.0 * Rows * Depth * Columns;

    public override string ToString() => $"{Rows}x{Depth}x{Columns}";
}
