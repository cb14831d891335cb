using Hebb.Agents.Approximators;
using Hebb.Costs;
using Hebb.Networks.Activations;
using Hebb.Numerics;
using Hebb.Optimizers;

namespace Hebb.Tests.Agents.Approximators;

public sealed class NetworkApproximatorTests
{
    private static readonly float[] Inputs = [0.5f, -0.3f];

    [Fact]
    public void Bounded_outputs_answer_within_their_bounds_and_learn_what_lies_there()
    {
        Assert.Equal(0.8, Learned(Activation.HardSigmoid, asked: 0.8f), 0.02);
        Assert.Equal(1, Learned(Activation.HardSigmoid, asked: 3), 1e-6);
        Assert.Equal(3, Learned(Activation.Linear, asked: 3), 0.05);
    }

    private static double Learned(Activation output, float asked)
    {
        var options = new ApproximatorOptions
        {
            Network = new NetworkSettings { Hidden = [8], OutputActivation = output },
            Optimizer = new AdamSettings { LearningRate = 1e-2 },
        };
        var network = new NetworkApproximator(2, 1, 1, options, new Pcg64(1));
        var inputs = new ReadOnlyMatrixSpan<float>(Inputs, 2);
        // Units clamped at 0 do not learn: it begins within.
        network.Parameters.EditBiases(2)[0] = 0.5f;
        for (var step = 0; step < 600; step++)
        {
            network.Update(inputs, new ReadOnlyMatrixSpan<float>([asked], 1), SquaredError.Half);
        }

        return network.Evaluate(inputs)[0][0];
    }
}
