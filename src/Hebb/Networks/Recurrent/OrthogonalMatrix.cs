using Hebb.Numerics;

namespace Hebb.Networks.Recurrent;

/// <summary>Random orthogonal matrices: products with them change no length (Saxe et al. 2014).</summary>
internal static class OrthogonalMatrix
{
    /// <summary>Draws a square one: rows of Gaussian numbers, made orthonormal one after the other in float64.</summary>
    /// <param name="target">Its rows are those of the square.</param>
    /// <param name="column">The first column of the square.</param>
    public static void Draw<T>(MatrixSpan<T> target, int column, Pcg64 random)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var size = target.Rows;
        var rows = new double[size][];
        for (var row = 0; row < size; row++)
        {
            rows[row] = new double[size];
            for (var index = 0; index < size; index++)
            {
                rows[row][index] = random.NextGaussian();
            }

            // Twice, for what rounding leaves of the first time.
            for (var other = 0; other < 2 * row; other++)
            {
                var earlier = rows[other % row];
                TensorPrimitives.MultiplyAdd(
                    earlier,
                    -TensorPrimitives.Dot<double>(earlier, rows[row]),
                    rows[row],
                    rows[row]
                );
            }

            TensorPrimitives.Divide(rows[row], TensorPrimitives.Norm<double>(rows[row]), rows[row]);
            for (var index = 0; index < size; index++)
            {
                target[row][column + index] = T.CreateTruncating(rows[row][index]);
            }
        }
    }
}
