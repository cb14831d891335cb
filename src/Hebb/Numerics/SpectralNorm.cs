namespace Hebb.Numerics;

/// <summary>
/// The spectral norm of a matrix, sigma(W) = max |W x| / |x|, its largest singular value, by power iteration on W'W in
/// float64.
/// </summary>
/// <remarks>
/// The iteration starts from the longest row, and each step can only raise what it finds, so that the result is a lower bound
/// that has stopped rising. Where two singular values all but coincide the vector keeps turning, but the norm does not change.
/// </remarks>
public static class SpectralNorm
{
    /// <summary>sigma(W).</summary>
    /// <typeparam name="T">The number type; real.</typeparam>
    /// <param name="matrix">W.</param>
    /// <param name="tolerance">The iteration ends once a step raises the norm by no more than this part of it; at least 0.</param>
    /// <param name="maxIterations">The steps at most; at least 1.</param>
    /// <returns>The norm; 0 of a matrix of zeros, not a number where a number of the matrix is none.</returns>
    public static double Of<T>(ReadOnlyMatrixSpan<T> matrix, double tolerance = 1e-12, int maxIterations = 10_000)
        where T : unmanaged, INumberBase<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tolerance);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxIterations);
        var vector = LongestRow(matrix);
        var image = new double[matrix.Rows];
        var norm = 0.0;
        for (var iteration = 0; iteration < maxIterations; iteration++)
        {
            if (!Normalise(vector))
            {
                return vector.Any(double.IsNaN) ? double.NaN : norm;
            }

            Multiply(matrix, vector, image);
            var found = Length(image);
            if (!(found > norm + (tolerance * norm)))
            {
                return double.IsNaN(found) ? found : Math.Max(found, norm);
            }

            norm = found;
            MultiplyTransposed(matrix, image, vector);
        }

        return norm;
    }

    // Rows after the longest add a little of themselves, lest the start be orthogonal to what is sought.
    private static double[] LongestRow<T>(ReadOnlyMatrixSpan<T> matrix)
        where T : unmanaged, INumberBase<T>
    {
        var start = new double[matrix.Columns];
        var longest = -1.0;
        for (var row = 0; row < matrix.Rows; row++)
        {
            double[] numbers = new double[matrix.Columns];
            for (var column = 0; column < numbers.Length; column++)
            {
                numbers[column] = Transcendental.RealPart(matrix[row][column]);
            }

            var length = Length(numbers);
            var (kept, added) = length > longest || double.IsNaN(length) ? (0.01, 1.0) : (1.0, 0.01);
            longest = Math.Max(longest, length);
            for (var column = 0; column < numbers.Length; column++)
            {
                start[column] = (kept * start[column]) + (added * numbers[column]);
            }
        }

        return start;
    }

    private static void Multiply<T>(ReadOnlyMatrixSpan<T> matrix, double[] vector, double[] image)
        where T : unmanaged, INumberBase<T>
    {
        for (var row = 0; row < matrix.Rows; row++)
        {
            var numbers = matrix[row];
            var sum = 0.0;
            for (var column = 0; column < numbers.Length; column++)
            {
                sum += Transcendental.RealPart(numbers[column]) * vector[column];
            }

            image[row] = sum;
        }
    }

    private static void MultiplyTransposed<T>(ReadOnlyMatrixSpan<T> matrix, double[] image, double[] vector)
        where T : unmanaged, INumberBase<T>
    {
        Array.Clear(vector);
        for (var row = 0; row < matrix.Rows; row++)
        {
            var numbers = matrix[row];
            for (var column = 0; column < numbers.Length; column++)
            {
                vector[column] += Transcendental.RealPart(numbers[column]) * image[row];
            }
        }
    }

    private static bool Normalise(double[] vector)
    {
        var length = Length(vector);
        if (!(length > 0))
        {
            return false;
        }

        for (var index = 0; index < vector.Length; index++)
        {
            vector[index] /= length;
        }

        return true;
    }

    private static double Length(double[] vector)
    {
        var sum = 0.0;
        foreach (var number in vector)
        {
            sum += number * number;
        }

        return Math.Sqrt(sum);
    }
}
