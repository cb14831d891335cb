using CsCheck;
using Hebb.Numerics;

namespace Hebb.Tests.Numerics;

public sealed class SpectralNormTests
{
    private static readonly Gen<double[]> Numbers = Gen.Double[-2, 2].Array[24];

    [Fact]
    public void It_is_the_root_of_the_largest_eigenvalue_of_the_square() =>
        Numbers.Sample(
            numbers =>
            {
                foreach (var columns in (int[])[1, 2, 3, 4, 6, 8, 12, 24])
                {
                    var expected = Math.Sqrt(LargestEigenvalueOfSquare(numbers, columns));
                    Assert.Equal(expected, Of(numbers, columns), 1e-5 * expected);
                }
            },
            iter: 50
        );

    [Theory]
    [InlineData(new[] { 3.0, 0, 0, -5.0 }, 2, 5)]
    [InlineData(new[] { 0.6, -0.8, 0.8, 0.6 }, 2, 1)]
    [InlineData(new[] { 1.0, 2, 2, 2.0, 4, 4 }, 3, 6.708203932499369)]
    [InlineData(new[] { 0.0, 0, 0, 0 }, 2, 0)]
    [InlineData(new[] { 7.0 }, 1, 7)]
    public void Known_norms(double[] numbers, int columns, double expected) =>
        Assert.Equal(expected, Of(numbers, columns), 1e-9);

    [Fact]
    public void A_number_that_is_none_makes_the_norm_none()
    {
        Assert.True(double.IsNaN(Of([1, double.NaN, 2, 3], 2)));
        Assert.True(double.IsNaN(Of([1, 2, 3, double.NaN], 2)));
    }

    [Fact]
    public void Padding_is_not_looked_at()
    {
        float[] padded = [1, 2, 100, 3, 4, 100];
        var norm = SpectralNorm.Of(new ReadOnlyMatrixSpan<float>(padded, 2, 2, 3));
        Assert.Equal(Of([1, 2, 3, 4], 2), norm, 1e-9);
    }

    [Fact]
    public void Impossible_settings_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SpectralNorm.Of(new ReadOnlyMatrixSpan<double>([1], 1), -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SpectralNorm.Of(new ReadOnlyMatrixSpan<double>([1], 1), 0, 0));
    }

    private static double Of(double[] numbers, int columns) =>
        SpectralNorm.Of(new ReadOnlyMatrixSpan<double>(numbers, columns));

    // Jacobi's rotations: slow, and sure.
    private static double LargestEigenvalueOfSquare(double[] numbers, int columns)
    {
        var square = new double[columns, columns];
        for (var one = 0; one < columns; one++)
        {
            for (var other = 0; other < columns; other++)
            {
                for (var row = 0; row < numbers.Length / columns; row++)
                {
                    square[one, other] += numbers[(row * columns) + one] * numbers[(row * columns) + other];
                }
            }
        }

        for (var round = 0; round < 30; round++)
        {
            for (var one = 0; one < columns; one++)
            {
                for (var other = one + 1; other < columns; other++)
                {
                    Rotate(square, columns, one, other);
                }
            }
        }

        return Enumerable.Range(0, columns).Max(index => square[index, index]);
    }

    private static void Rotate(double[,] square, int size, int one, int other)
    {
        var angle = 0.5 * Math.Atan2(2 * square[one, other], square[other, other] - square[one, one]);
        var (sine, cosine) = Math.SinCos(angle);
        for (var index = 0; index < size; index++)
        {
            (square[index, one], square[index, other]) = (
                (cosine * square[index, one]) - (sine * square[index, other]),
                (sine * square[index, one]) + (cosine * square[index, other])
            );
        }

        for (var index = 0; index < size; index++)
        {
            (square[one, index], square[other, index]) = (
                (cosine * square[one, index]) - (sine * square[other, index]),
                (sine * square[one, index]) + (cosine * square[other, index])
            );
        }
    }
}
