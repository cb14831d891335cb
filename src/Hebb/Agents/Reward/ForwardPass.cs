using Hebb.Learning.FreeEnergies;
using Hebb.Learning.Kernels;
using Hebb.Networks;

namespace Hebb.Agents.Reward;

/// <summary>The parameters of <see cref="FusedFreeEnergies.Topology"/> read forward: y = U tanh(W x + b) + c.</summary>
internal static class ForwardPass
{
    /// <summary>Runs it for one observation.</summary>
    /// <param name="observation">x.</param>
    /// <param name="drive">Room for the drives, padding included; may be that of the hidden units.</param>
    /// <param name="hidden">Receives the hidden units, padding included.</param>
    /// <param name="outputs">Receives y.</param>
    public static void Run(
        NetworkParameters<float> parameters,
        ReadOnlySpan<float> observation,
        Span<float> drive,
        Span<float> hidden,
        Span<float> outputs
    )
    {
        FreeEnergyKernels.Drive(parameters, observation, drive);
        FreeEnergyKernels.Activate(drive, hidden);
        var weights = parameters.Weights(1);
        for (var output = 0; output < outputs.Length; output++)
        {
            outputs[output] =
                TensorPrimitives.Dot(weights.Span.Slice(output * weights.Stride, hidden.Length), hidden)
                + parameters.Biases(2)[output];
        }
    }
}
