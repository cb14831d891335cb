using System.Numerics.Tensors;
using Hebb.Networks.Recurrent;
using Hebb.Numerics;

namespace Hebb.Tests.Networks.Recurrent;

public sealed class LinearReadoutTests
{
    private const int Rows = 5;
    private const int Hidden = 6;
    private const int Outputs = 3;

    // The loss is the sum of weight y, of which differences are exact but for rounding.
    [Fact]
    public void The_way_back_gives_the_slopes_that_differences_give()
    {
        var readout = new LinearReadout<double>(Hidden, Outputs);
        var random = new Pcg64(3);
        var parameters = new double[readout.Layout.Length];
        readout.Initialize(parameters, [1, 0.5, 2], random);
        AlignedMatrix<double> hidden = Random(Hidden);
        AlignedMatrix<double> errors = Random(Outputs);
        var gradient = new double[parameters.Length];
        var slopes = new AlignedMatrix<double>(Rows, Hidden);
        readout.Backward(parameters, hidden.All, errors.All, slopes.All, gradient);
        for (var block = 0; block < 2; block++)
        {
            MatrixSpan<double> changed = readout.Layout.Edit(parameters, block);
            MatrixSpan<double> found = readout.Layout.Edit(gradient, block);
            for (var row = 0; row < changed.Rows; row++)
            {
                for (var output = 0; output < Outputs; output++)
                {
                    Assert.Equal(Difference(ref changed[row][output]), found[row][output], 1e-9);
                }
            }
        }

        for (var row = 0; row < Rows; row++)
        {
            for (var unit = 0; unit < Hidden; unit++)
            {
                Assert.Equal(Difference(ref hidden[row][unit]), slopes[row][unit], 1e-9);
            }
        }

        double Difference(ref double number)
        {
            number += 0.5;
            var above = Loss();
            number -= 1;
            var below = Loss();
            number += 0.5;
            return above - below;
        }

        double Loss()
        {
            var outputs = new AlignedMatrix<double>(Rows, Outputs);
            readout.Forward(parameters, hidden.All, outputs.All);
            return TensorPrimitives.Dot<double>(outputs.Span, errors.Span);
        }

        AlignedMatrix<double> Random(int columns)
        {
            var matrix = new AlignedMatrix<double>(Rows, columns);
            for (var row = 0; row < Rows; row++)
            {
                foreach (ref double number in matrix[row])
                {
                    number = random.NextGaussian();
                }
            }

            return matrix;
        }
    }
}
