using System.Numerics;
using System.Runtime.Intrinsics;
using CsCheck;
using Hebb.Numerics;
using Hebb.Numerics.Products;

namespace Hebb.Tests.Numerics;

public sealed class NarrowProductTests
{
    [Fact]
    public void Both_widths_compute_what_plain_loops_do() =>
        Gen.Select(Gen.Int[1, 11], Gen.Int[1, 40], Gen.Int[1, NarrowProduct.MostColumns], Gen.ULong)
            .Sample(
                (rows, depth, columns, seed) =>
                {
                    var random = new Pcg64(seed);
                    AlignedMatrix<float> left = Filled(random, rows, depth);
                    AlignedMatrix<float> weights = Filled(random, columns, depth);
                    AlignedMatrix<float> start = Filled(random, rows, columns);
                    var wide = new AlignedMatrix<float>(rows, columns);
                    var native = new AlignedMatrix<float>(rows, columns);
                    NarrowProduct.Run<WideLanes, Vector512<float>>(left, weights, start, wide, rows);
                    NarrowProduct.Run<NativeLanes, Vector<float>>(left, weights, start, native, rows);
                    for (var row = 0; row < rows; row++)
                    {
                        for (var column = 0; column < columns; column++)
                        {
                            double expected = start[row][column];
                            for (var index = 0; index < depth; index++)
                            {
                                expected += (double)left[row][index] * weights[column][index];
                            }

                            Assert.Equal(expected, wide[row][column], 1e-4);
                            Assert.Equal(expected, native[row][column], 1e-4);
                        }

                        Assert.All(wide.Padded(row)[columns..].ToArray(), padding => Assert.Equal(0, padding));
                    }
                }
            );

    // What a policy says of an observation must not depend on who stands beside it.
    [Fact]
    public void A_row_does_not_depend_on_the_rows_beside_it()
    {
        var random = new Pcg64(3);
        AlignedMatrix<float> left = Filled(random, 7, 64);
        AlignedMatrix<float> weights = Filled(random, 2, 64);
        AlignedMatrix<float> start = Filled(random, 7, 2);
        var all = new AlignedMatrix<float>(7, 2);
        NarrowProduct.Run(left, weights, start, all, 7);
        for (var rows = 1; rows < 7; rows++)
        {
            var some = new AlignedMatrix<float>(7, 2);
            NarrowProduct.Run(left, weights, start, some, rows);
            Assert.Equal(all.First(rows).Span.ToArray(), some.First(rows).Span.ToArray());
        }
    }

    private static AlignedMatrix<float> Filled(Pcg64 random, int rows, int columns)
    {
        var matrix = new AlignedMatrix<float>(rows, columns);
        for (var row = 0; row < rows; row++)
        {
            foreach (ref var number in matrix[row])
            {
                number = (float)random.NextUniform(-1, 1);
            }
        }

        return matrix;
    }
}
