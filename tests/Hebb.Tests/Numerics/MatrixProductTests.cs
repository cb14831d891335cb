using System.Numerics;
using System.Runtime.Intrinsics;
using CsCheck;
using Hebb.Networks.Activations;
using Hebb.Numerics;
using Hebb.Numerics.Products;

namespace Hebb.Tests.Numerics;

/// <summary>Both widths of registers against plain loops in float64, on every kind of remainder.</summary>
public sealed class MatrixProductTests
{
    private static readonly Gen<(int Rows, int One, int Two, int Columns, ulong Seed)> Shapes = Gen.Select(
        Gen.Int[1, 21],
        Gen.Int[1, 40],
        Gen.Int[0, 9],
        Gen.Int[1, 100],
        Gen.ULong[0, 1000]
    );

    [Fact]
    public void A_fused_sum_is_what_it_says()
    {
        Shapes.Sample(shape => CheckSum<WideLanes, Vector512<float>>(shape));
        Shapes.Sample(shape => CheckSum<NativeLanes, Vector<float>>(shape));
    }

    [Fact]
    public void Right_matrices_in_panels_give_the_same_bits()
    {
        Shapes
            .Where(shape => shape.Rows >= MatrixProduct.LeastTile)
            .Sample(shape =>
            {
                var random = new Pcg64(shape.Seed);
                AlignedMatrix<float> start = Random(shape.Rows, shape.Columns, random);
                AlignedMatrix<float> left = Random(shape.Rows, shape.One, random);
                AlignedMatrix<float> right = Random(shape.One, shape.Columns, random);
                var expected = new AlignedMatrix<float>(shape.Rows, shape.Columns);
                Run<WideLanes, Vector512<float>, Unchanged>(start, left, right, left, right, expected, shape.Rows);
                var panels = new Panels(shape.One, shape.Columns);
                panels.CopyFrom(right.All);
                var actual = new AlignedMatrix<float>(shape.Rows, shape.Columns);
                var sum = new ProductSum(
                    in start.Start,
                    start.Stride,
                    ref actual.Start,
                    actual.Stride,
                    shape.Rows,
                    shape.Columns
                )
                {
                    One = new ProductTerm(in left.Start, left.Stride, in panels.Start, 0, shape.One, isInPanels: true),
                    Two = new ProductTerm(in left.Start, left.Stride, in panels.Start, 0, shape.One, isInPanels: true),
                };
                MatrixProduct.Run<WideLanes, Vector512<float>, Unchanged>(sum);
                for (var row = 0; row < shape.Rows; row++)
                {
                    Assert.Equal(expected[row], actual[row]);
                }
            });
    }

    [Fact]
    public void Adding_in_place_adds_every_number_once()
    {
        Shapes.Sample(shape => CheckInPlace<WideLanes, Vector512<float>>(shape));
        Shapes.Sample(shape => CheckInPlace<NativeLanes, Vector<float>>(shape));
    }

    [Fact]
    public void Outer_products_add_up_or_overwrite()
    {
        Shapes.Sample(shape => CheckOuter<WideLanes, Vector512<float>>(shape));
        Shapes.Sample(shape => CheckOuter<NativeLanes, Vector<float>>(shape));
    }

    [Fact]
    public void A_row_does_not_depend_on_the_rows_beside_it()
    {
        // From four rows on; fewer are summed up in another order.
        var random = new Pcg64(7);
        AlignedMatrix<float> left = Random(24, 33, random);
        AlignedMatrix<float> right = Random(33, 50, random);
        var all = new AlignedMatrix<float>(24, 50);
        MatrixProduct.Add(left.All, right.All, all.All);
        for (var rows = 4; rows < 24; rows++)
        {
            var some = new AlignedMatrix<float>(rows, 50);
            Run<WideLanes, Vector512<float>, Unchanged>(some, left, right, null, null, some, rows);
            for (var row = 0; row < rows / 4 * 4; row++)
            {
                Assert.Equal(all[row], some[row]);
            }
        }
    }

    [Fact]
    public void The_largest_distance_is_that_of_the_furthest_numbers()
    {
        Gen.Select(Gen.Int[1, 5], Gen.ULong[0, 1000])
            .Sample(
                (lines, seed) =>
                {
                    var random = new Pcg64(seed);
                    float[] one = [.. Enumerable.Range(0, 16 * lines).Select(_ => (float)random.NextGaussian())];
                    float[] other = [.. Enumerable.Range(0, 16 * lines).Select(_ => (float)random.NextGaussian())];
                    var expected = one.Zip(other, (first, second) => Math.Abs(first - second)).Max();
                    Assert.Equal(expected, LargestDistance.Of<WideLanes, Vector512<float>>(one, other));
                    Assert.Equal(expected, LargestDistance.Of<NativeLanes, Vector<float>>(one, other));
                    one[random.NextInteger(one.Length)] = float.NaN;
                    Assert.True(float.IsNaN(LargestDistance.Of<WideLanes, Vector512<float>>(one, other)));
                    Assert.True(float.IsNaN(LargestDistance.Of<NativeLanes, Vector<float>>(one, other)));
                }
            );
    }

    private static void CheckSum<TLanes, TVector>((int Rows, int One, int Two, int Columns, ulong Seed) shape)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        var random = new Pcg64(shape.Seed);
        AlignedMatrix<float> start = Random(shape.Rows, shape.Columns, random);
        AlignedMatrix<float> left = Random(shape.Rows, shape.One, random);
        AlignedMatrix<float> right = Random(shape.One, shape.Columns, random);
        AlignedMatrix<float>? left2 = shape.Two == 0 ? null : Random(shape.Rows, shape.Two, random);
        AlignedMatrix<float>? right2 = shape.Two == 0 ? null : Random(shape.Two, shape.Columns, random);
        var result = new AlignedMatrix<float>(shape.Rows + 1, shape.Columns);
        result.Span.Fill(-7);
        Run<TLanes, TVector, ActivationFunction<HardTanh>>(start, left, right, left2, right2, result, shape.Rows);
        for (var row = 0; row < shape.Rows; row++)
        {
            for (var column = 0; column < shape.Columns; column++)
            {
                var sum = start[row][column] + Dot(left, right, row, column) + Dot(left2, right2, row, column);
                Assert.Equal(Math.Clamp(sum, -1, 1), result[row][column], 1e-5);
            }
        }

        // Nothing beyond the rows is touched.
        Assert.All(result[shape.Rows].ToArray(), number => Assert.Equal(-7, number));
    }

    private static void CheckInPlace<TLanes, TVector>((int Rows, int One, int Two, int Columns, ulong Seed) shape)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        var random = new Pcg64(shape.Seed);
        AlignedMatrix<float> left = Random(shape.Rows, shape.One, random);
        AlignedMatrix<float> right = Random(shape.One, shape.Columns, random);
        AlignedMatrix<float> result = Random(shape.Rows, shape.Columns, random);
        var before = new AlignedMatrix<float>(shape.Rows, shape.Columns);
        result.Span.CopyTo(before.Span);
        Run<TLanes, TVector, Unchanged>(result, left, right, null, null, result, shape.Rows);
        for (var row = 0; row < shape.Rows; row++)
        {
            for (var column = 0; column < shape.Columns; column++)
            {
                Assert.Equal(before[row][column] + Dot(left, right, row, column), result[row][column], 1e-5);
            }
        }
    }

    private static void CheckOuter<TLanes, TVector>((int Rows, int One, int Two, int Columns, ulong Seed) shape)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        var random = new Pcg64(shape.Seed);
        AlignedMatrix<float> left = Random(shape.Rows, shape.One, random);
        AlignedMatrix<float> right = Random(shape.Rows, shape.Columns, random);
        AlignedMatrix<float> target = Random(shape.One, shape.Columns, random);
        var before = new AlignedMatrix<float>(shape.One, shape.Columns);
        target.Span.CopyTo(before.Span);
        foreach (var adds in new[] { true, false })
        {
            before.Span.CopyTo(target.Span);
            var outer = new OuterSum(
                in left.Start,
                left.Stride,
                in right.Start,
                right.Stride,
                ref target.Start,
                target.Stride
            )
            {
                Depth = shape.Rows,
                Rows = shape.One,
                Columns = (shape.Columns + 15) / 16 * 16,
                Scale = -0.5f,
                Adds = adds,
            };
            OuterProduct.Run<TLanes, TVector>(outer);
            for (var row = 0; row < shape.One; row++)
            {
                for (var column = 0; column < shape.Columns; column++)
                {
                    var sum = adds ? before[row][column] : 0.0;
                    for (var example = 0; example < shape.Rows; example++)
                    {
                        sum -= 0.5 * left[example][row] * right[example][column];
                    }

                    Assert.Equal(sum, target[row][column], 1e-5);
                }
            }
        }
    }

    private static void Run<TLanes, TVector, TFunction>(
        AlignedMatrix<float> start,
        AlignedMatrix<float> left,
        AlignedMatrix<float> right,
        AlignedMatrix<float>? left2,
        AlignedMatrix<float>? right2,
        AlignedMatrix<float> result,
        int rows
    )
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
        where TFunction : struct, IElementwise
    {
        var sum = new ProductSum(in start.Start, start.Stride, ref result.Start, result.Stride, rows, result.Columns)
        {
            One = new ProductTerm(in left.Start, left.Stride, in right.Start, right.Stride, left.Columns),
        };
        if (left2 is not null && right2 is not null)
        {
            sum.Two = new ProductTerm(in left2.Start, left2.Stride, in right2.Start, right2.Stride, left2.Columns);
        }

        MatrixProduct.Run<TLanes, TVector, TFunction>(sum);
    }

    private static double Dot(AlignedMatrix<float>? left, AlignedMatrix<float>? right, int row, int column)
    {
        var sum = 0.0;
        for (var index = 0; index < (left?.Columns ?? 0); index++)
        {
            sum += (double)left![row][index] * right![index][column];
        }

        return sum;
    }

    private static AlignedMatrix<float> Random(int rows, int columns, Pcg64 random)
    {
        var matrix = new AlignedMatrix<float>(rows, columns);
        for (var row = 0; row < rows; row++)
        {
            foreach (ref var number in matrix[row])
            {
                number = (float)(random.NextDouble() - 0.5);
            }
        }

        return matrix;
    }
}
