using Hebb.Snapshots;

namespace Hebb.Numerics;

/// <summary>Matrices as parts of a state that is written down and put back.</summary>
internal static class MatrixSnapshots
{
    /// <summary>Visits a matrix, row by row, without the padding between its rows.</summary>
    /// <typeparam name="T">The type of its numbers: one of <see cref="StateElement"/>.</typeparam>
    /// <param name="name">The matrix's name; not empty.</param>
    /// <exception cref="StateException">What is to be put back has another type or shape; nothing was written then.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is no type of a state.</exception>
    public static void Matrix<T>(this StateVisitor visitor, string name, MatrixSpan<T> matrix)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(visitor);
        var numbers = new T[matrix.Rows * matrix.Columns];
        for (var row = 0; row < matrix.Rows; row++)
        {
            matrix[row].CopyTo(numbers.AsSpan(row * matrix.Columns, matrix.Columns));
        }

        visitor.Table<T>(name, matrix.Rows, matrix.Columns, numbers);
        if (visitor.IsRestoring)
        {
            for (var row = 0; row < matrix.Rows; row++)
            {
                numbers.AsSpan(row * matrix.Columns, matrix.Columns).CopyTo(matrix[row]);
            }
        }
    }
}
