using BenchmarkDotNet.Attributes;
using Hebb.Numerics;
using Hebb.Numerics.Products;

namespace Hebb.Benchmarks.Engine;

/// <summary>
/// The matrix products of the engine beside OpenBLAS on one core, in the shapes of the networks that are benchmarked: the
/// input's drive, sweeps between hidden layers, sweeps to and from ten outputs.
/// </summary>
[Config(typeof(MatrixProductConfiguration))]
public class MatrixProductBenchmarks
{
    private AlignedMatrix<float> _left = null!;
    private AlignedMatrix<float> _right = null!;
    private AlignedMatrix<float> _result = null!;
    private AlignedMatrix<float> _leftTransposed = null!;

    public static IEnumerable<ProductShape> Shapes =>
        [new(64, 784, 512), new(64, 512, 512), new(64, 512, 10), new(64, 10, 512), new(32, 128, 128)];

    [ParamsSource(nameof(Shapes))]
    public ProductShape Shape { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        var random = new Pcg64(1);
        _left = Random(Shape.Rows, Shape.Depth, random);
        _leftTransposed = Random(Shape.Depth, Shape.Rows, random);
        _right = Random(Shape.Depth, Shape.Columns, random);
        _result = new AlignedMatrix<float>(Shape.Rows, Shape.Columns);
        OpenBlas.Prepare();
    }

    [BenchmarkCategory("a b"), Benchmark(Baseline = true, Description = "OpenBLAS")]
    public void OpenBlasProduct() =>
        OpenBlas.Multiply(
            Shape.Rows,
            Shape.Columns,
            Shape.Depth,
            _left.Span,
            _left.Stride,
            _right.Span,
            _right.Stride,
            _result.Span,
            _result.Stride
        );

    [BenchmarkCategory("a b"), Benchmark(Description = "Hebb")]
    public void Product() => MatrixProduct.Add(_left.All, _right.All, _result.All);

    [BenchmarkCategory("a' b"), Benchmark(Baseline = true, Description = "OpenBLAS")]
    public void OpenBlasOuter() =>
        OpenBlas.MultiplyTransposed(
            Shape.Rows,
            Shape.Columns,
            Shape.Depth,
            _leftTransposed.Span,
            _leftTransposed.Stride,
            _right.Span,
            _right.Stride,
            _result.Span,
            _result.Stride
        );

    [BenchmarkCategory("a' b"), Benchmark(Description = "Hebb")]
    public void Outer() => MatrixProduct.AddOuter(_leftTransposed.All, _right.All, 1, adds: false, _result.All);

    private static AlignedMatrix<float> Random(int rows, int columns, Pcg64 random)
    {
        var matrix = new AlignedMatrix<float>(rows, columns);
        for (var row = 0; row < rows; row++)
        {
            foreach (ref var number in matrix[row])
            {
                // Around zero, so that what is added up for ever stays finite.
                number = (float)(random.NextDouble() - 0.5);
            }
        }

        return matrix;
    }
}
