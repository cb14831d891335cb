namespace Hebb.Numerics;

/// <summary>Solves small symmetric systems of equations by Cholesky's factors.</summary>
internal static class Cholesky
{
    /// <summary>Solves A x = b.</summary>
    /// <param name="matrix">
    /// A, symmetric and positive definite, row by row; only the part on and below the diagonal is read. Overwritten by its factor.
    /// </param>
    /// <param name="vector">b; receives x.</param>
    /// <returns>False, with no result, where A is not positive definite as far as rounding lets tell.</returns>
    public static bool Solve(Span<double> matrix, Span<double> vector)
    {
        var size = vector.Length;
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                var sum = matrix[(row * size) + column];
                for (var index = 0; index < column; index++)
                {
                    sum -= matrix[(row * size) + index] * matrix[(column * size) + index];
                }

                if (column < row)
                {
                    matrix[(row * size) + column] = sum / matrix[(column * size) + column];
                }
                else if (sum > 0 && double.IsFinite(sum))
                {
                    matrix[(row * size) + row] = Math.Sqrt(sum);
                }
                else
                {
                    return false;
                }
            }
        }

        for (var row = 0; row < size; row++)
        {
            for (var index = 0; index < row; index++)
            {
                vector[row] -= matrix[(row * size) + index] * vector[index];
            }

            vector[row] /= matrix[(row * size) + row];
        }

        for (var row = size - 1; row >= 0; row--)
        {
            for (var index = row + 1; index < size; index++)
            {
                vector[row] -= matrix[(index * size) + row] * vector[index];
            }

            vector[row] /= matrix[(row * size) + row];
        }

        return true;
    }
}
