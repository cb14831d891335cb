using System.Numerics;
using System.Numerics.Tensors;
using CsCheck;
using Hebb.Networks.Activations;
using Hebb.Numerics;
using Hebb.Report.Shallow;
using Hebb.Tests.Networks;

namespace Hebb.Tests.Report.Shallow;

public sealed class ShallowPassTests
{
    private const double Single = 2e-5;

    [Fact]
    public void Hidden_pass_of_a_small_network_by_hand()
    {
        var network = new ShallowParameters<double>(2, 2, 1);
        network.InputWeights(0)[0] = 0.5;
        network.InputWeights(0)[1] = -1;
        network.InputWeights(1)[0] = 0.25;
        network.InputWeights(1)[1] = 4;
        network.HiddenBiases[0] = 0.125;
        network.OutputWeights(0)[0] = 2;
        network.OutputWeights(0)[1] = -3;
        network.OutputBiases[0] = 0.5;
        var hidden = new double[network.Stride];
        var outputs = new double[1];

        ShallowPass.Hidden<double, HardSigmoid>(network, [0.5, 1], hidden);
        ShallowPass.Outputs<double>(network, hidden, outputs);

        // Drives 0.125 + 0.25 + 0.25 = 0.625 and -0.5 + 4 = 3.5, the second clamped to 1.
        Assert.Equal(0.625, hidden[0]);
        Assert.Equal(1, hidden[1]);
        Assert.Equal(0.5 + 1.25 - 3, outputs[0]);
    }

    [Fact]
    public void Vector_kernels_agree_with_the_reference() =>
        RandomNetworks.Shapes.Sample(shape =>
        {
            Agree<HardSigmoid>(shape);
            Agree<RectifiedLinear>(shape);
            Agree<Identity>(shape);
        });

    [Fact]
    public void Padding_stays_silent() =>
        RandomNetworks.Shapes.Sample(shape =>
        {
            var network = RandomNetworks.Network<float>(shape);
            var hidden = network.NewHidden().Span;
            var gradient = network.ZerosAlike();
            var inputs = new float[shape.Inputs];
            var outputs = new float[shape.Outputs];
            RandomNetworks.Fill<float>(inputs, new Pcg64(shape.Seed + 1));

            ShallowPass.Hidden<float, HardSigmoid>(network, inputs, hidden);
            ShallowPass.Outputs<float>(network, hidden, outputs);
            ShallowPass.AddOuterProducts<float>(gradient, 1, inputs, hidden, outputs, hidden);

            Assert.False(hidden[shape.Hidden..].ContainsAnyExcept(0f));
            Assert.False(gradient.HiddenBiases[shape.Hidden..].ContainsAnyExcept(0f));
            Assert.False(gradient.InputWeights(0)[shape.Hidden..].ContainsAnyExcept(0f));
            Assert.False(gradient.OutputWeights(0)[shape.Hidden..].ContainsAnyExcept(0f));
        });

    [Fact]
    public void Backprop_by_the_passes_is_the_derivative_of_the_outputs()
    {
        // Between the kinks: a network whose drives stay inside (0, 1).
        var shape = (Inputs: 3, Hidden: 5, Outputs: 2, Seed: 7UL);
        var network = RandomNetworks.Network<double>(shape, 0.1);
        network.HiddenBiases[..5].Fill(0.5);
        double[] inputs = [0.3, -0.2, 0.9];
        double[] weighting = [1.5, -0.5];
        var hidden = network.NewHidden().Span.ToArray();
        var outputs = new double[2];
        var hiddenGradient = new double[network.Stride];
        var gradient = network.ZerosAlike();

        double Weighted()
        {
            ShallowPass.Hidden<double, HardSigmoid>(network, inputs, hidden);
            ShallowPass.Outputs<double>(network, hidden, outputs);
            return (weighting[0] * outputs[0]) + (weighting[1] * outputs[1]);
        }

        Weighted();
        ShallowPass.ToHiddenDrive<double, HardSigmoid>(network, hidden, weighting, hiddenGradient);
        ShallowPass.AddOuterProducts<double>(gradient, 1, inputs, hiddenGradient, weighting, hidden);

        var expected = RandomNetworks.Derivative(network, Weighted);
        RandomNetworks.AssertClose(RandomNetworks.Numbers(expected), RandomNetworks.Numbers(gradient), 1e-8);
    }

    [Fact]
    public void Bias_rate_is_apart_from_the_weight_rate()
    {
        var target = new ShallowParameters<double>(1, 1, 1);
        var source = target.ZerosAlike();
        source.InputWeights(0)[0] = 1;
        source.HiddenBiases[0] = 2;
        source.OutputWeights(0)[0] = 3;
        source.OutputBiases[0] = 4;

        target.Add(source, weightRate: 10, biasRate: 100);

        Assert.Equal([10, 200, 30, 400], RandomNetworks.Numbers(target));
    }

    [Fact]
    public void Rows_a_page_apart_are_avoided()
    {
        var network = new ShallowParameters<float>(4, 1024, 2);

        Assert.Equal(1024, network.HiddenSize);
        Assert.NotEqual(0, network.Stride % 1024);
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_refused()
    {
        var network = new ShallowParameters<float>(4, 20, 2);

        Assert.Throws<ArgumentException>(() =>
            ShallowPass.Hidden<float, HardSigmoid>(network, new float[3], new float[network.Stride])
        );
        Assert.Throws<ArgumentException>(() =>
            ShallowPass.Outputs<float>(network, new float[network.Stride - 1], new float[2])
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => new ShallowParameters<float>(0, 1, 1));
        Assert.Throws<ArgumentException>(() => network.CopyFrom(new ShallowParameters<float>(3, 20, 2)));
        Assert.Throws<ArgumentException>(() => network.Add(new ShallowParameters<float>(4, 20, 1), 1, 1));

        // A state of as many units, but of another split between hidden and outputs.
        var other = new ShallowState<float>(new ShallowParameters<float>(1, 16, 17));
        Assert.Throws<ArgumentException>(() =>
            ShallowEnergyKernels.Vectorised(new ShallowParameters<float>(1, 32, 1), other, new float[33])
        );
    }

    // A diverged network must be seen to have diverged: clamping may not turn NaN into a number.
    [Fact]
    public void Activations_keep_what_is_not_a_number()
    {
        KeepsNaN<HardSigmoid>();
        KeepsNaN<RectifiedLinear>();
        KeepsNaN<Identity>();

        static void KeepsNaN<TActivation>()
            where TActivation : struct, IActivation
        {
            Assert.True(double.IsNaN(TActivation.Apply(double.NaN)));
            var lanes = TActivation.Apply(new Vector<float>(float.NaN));
            for (var lane = 0; lane < Vector<float>.Count; lane++)
            {
                Assert.True(float.IsNaN(lanes[lane]));
            }
        }
    }

    private static void Agree<TActivation>((int Inputs, int Hidden, int Outputs, ulong Seed) shape)
        where TActivation : struct, IActivation
    {
        var network = RandomNetworks.Network<float>(shape);
        var random = new Pcg64(shape.Seed + 1);
        var inputs = new float[shape.Inputs];
        var outputGradient = new float[shape.Outputs];
        var offset = new float[network.Stride];
        RandomNetworks.Fill<float>(inputs, random);
        RandomNetworks.Fill<float>(outputGradient, random);
        RandomNetworks.Fill(offset.AsSpan(0, shape.Hidden), random);

        var hidden = new float[network.Stride];
        var expectedHidden = new float[network.Stride];
        VectorShallowPass.Hidden<TActivation>(network, inputs, hidden);
        ReferenceShallowPass.Hidden<float, TActivation>(network, inputs, expectedHidden);
        Same(expectedHidden, hidden);

        var outputs = new float[shape.Outputs];
        var expectedOutputs = new float[shape.Outputs];
        VectorShallowPass.Outputs(network, expectedHidden, outputs);
        ReferenceShallowPass.Outputs<float>(network, expectedHidden, expectedOutputs);
        Same(expectedOutputs, outputs);

        var gradient = (float[])offset.Clone();
        var expectedGradient = (float[])offset.Clone();
        VectorShallowPass.ToHiddenDrive<TActivation>(network, expectedHidden, outputGradient, gradient);
        ReferenceShallowPass.ToHiddenDrive<float, TActivation>(
            network,
            expectedHidden,
            outputGradient,
            expectedGradient
        );
        Same(expectedGradient, gradient);

        var sum = RandomNetworks.Network<float>(shape);
        var expectedSum = RandomNetworks.Network<float>(shape);
        VectorShallowPass.AddOuterProducts(sum, 0.75f, inputs, expectedGradient, outputs, expectedHidden);
        ReferenceShallowPass.AddOuterProducts<float>(
            expectedSum,
            0.75f,
            inputs,
            expectedGradient,
            outputs,
            expectedHidden
        );
        Same(expectedSum.All, sum.All);
    }

    private static void Same(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual)
    {
        var wide = new double[expected.Length];
        var wideActual = new double[actual.Length];
        TensorPrimitives.ConvertChecked(expected, wide);
        TensorPrimitives.ConvertChecked(actual, wideActual);
        RandomNetworks.AssertClose(wide, wideActual, Single);
    }
}
