using Hebb.Numerics;

namespace Hebb.Tests.Numerics;

/// <summary>Kernels trust what a view says of itself, so a view must be true.</summary>
public sealed class MatrixViewTests
{
    private static readonly double[] Six = [0, 1, 2, 3, 4, 5];

    [Theory]
    [InlineData(2, 3, 3)]
    [InlineData(2, 2, 3)]
    [InlineData(2, 2, 4)]
    [InlineData(6, 1, 1)]
    [InlineData(1, 6, 6)]
    [InlineData(1, 6, int.MaxValue)]
    [InlineData(0, 7, 7)]
    [InlineData(5, 6, 0)]
    public void Rows_that_are_there_can_be_read(int rows, int columns, int stride)
    {
        var view = new ReadOnlyMatrixSpan<double>(Six, rows, columns, stride);
        for (var row = 0; row < rows; row++)
        {
            Assert.Equal(Six.AsSpan(row * stride, columns), view[row]);
        }
    }

    [Theory]
    [InlineData(2, 3, 4)]
    [InlineData(3, 2, 3)]
    [InlineData(7, 1, 1)]
    [InlineData(1, 7, 7)]
    [InlineData(2, 3, 2)]
    [InlineData(1, 0, 0)]
    [InlineData(-1, 1, 1)]
    [InlineData(2, 7, 0)]
    [InlineData(2, 1, -1)]
    [InlineData(65_537, 1, 65_536)]
    [InlineData(int.MaxValue, int.MaxValue, int.MaxValue)]
    public void Rows_that_are_not_there_are_refused(int rows, int columns, int stride)
    {
        var refused = Assert.Throws<ArgumentException>(() =>
            new ReadOnlyMatrixSpan<double>(Six, rows, columns, stride).Rows
        );
        Assert.Equal("span", refused.ParamName);
        Assert.Contains($"6 numbers for {rows} rows of {columns}", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new MatrixSpan<double>(Six, rows, columns, stride).ForReading().Rows);
    }

    [Fact]
    public void Rows_without_padding_are_whole_ones()
    {
        var view = new ReadOnlyMatrixSpan<double>(Six, 2);
        Assert.Equal((3, 2, 2), (view.Rows, view.Columns, view.Stride));
        Assert.Equal([4, 5], view[2].ToArray());
        Assert.Throws<ArgumentException>(() => new ReadOnlyMatrixSpan<double>(Six, 4).Rows);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReadOnlyMatrixSpan<double>(Six, 0).Rows);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReadOnlyMatrixSpan<double>(Six, -2).Rows);
    }

    [Fact]
    public void Some_of_the_rows_are_a_view_too()
    {
        var view = new ReadOnlyMatrixSpan<double>(Six, 3, 1, 2);
        var last = view.Slice(1, 2);
        Assert.Equal((2, 1, 2), (last.Rows, last.Columns, last.Stride));
        Assert.Equal(4, last[1][0]);
        Assert.Equal(0, view.Slice(3, 0).Rows);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReadOnlyMatrixSpan<double>(Six, 3, 1, 2).Slice(2, 2).Rows);
    }
}
