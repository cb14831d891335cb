using Hebb.Networks.Activations;
using Hebb.Report.Shallow;

namespace Hebb.Report.Rules;

/// <summary>
/// The Hebbian correlations of a settled network, rho(u_i) rho(u_j) on every connection and rho(u_i) on every
/// unit: minus the gradient of the energy of eq. (1) in the parameters (report, eqs. 12 and 13).
/// </summary>
/// <remarks>
/// The report's rho clamps to [0, 1], and it is applied to the input units as well: the negative part of an
/// observation drives the hidden units but leaves no correlation.
/// </remarks>
/// <param name="inputSize">Inputs of the network.</param>
/// <param name="outputSize">Outputs of the network.</param>
internal sealed class HebbianCorrelation<T>(int inputSize, int outputSize)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T[] _inputs = new T[inputSize];
    private readonly T[] _outputs = new T[outputSize];

    /// <summary>rho(x) of the state read last.</summary>
    public ReadOnlySpan<T> Inputs => _inputs;

    /// <summary>rho(y) of the state read last.</summary>
    public ReadOnlySpan<T> Outputs => _outputs;

    /// <summary>Reads the activities rho(x) and rho(y) of a state.</summary>
    /// <param name="inputs">x.</param>
    /// <param name="outputs">y.</param>
    public void Read(ReadOnlySpan<T> inputs, ReadOnlySpan<T> outputs)
    {
        for (var index = 0; index < _inputs.Length; index++)
        {
            _inputs[index] = HardSigmoid.Apply(inputs[index]);
        }

        for (var index = 0; index < _outputs.Length; index++)
        {
            _outputs[index] = HardSigmoid.Apply(outputs[index]);
        }
    }

    /// <summary>Adds scale times the correlations of a state.</summary>
    /// <param name="target">What is added to.</param>
    /// <param name="scale">The factor, such as a modulator.</param>
    /// <param name="inputs">x.</param>
    /// <param name="hidden">rho(h), the hidden activities.</param>
    /// <param name="outputs">y.</param>
    public void AddTo(
        ShallowParameters<T> target,
        T scale,
        ReadOnlySpan<T> inputs,
        ReadOnlySpan<T> hidden,
        ReadOnlySpan<T> outputs
    )
    {
        Read(inputs, outputs);
        ShallowPass.AddOuterProducts(target, scale, _inputs, hidden, _outputs, hidden);
    }
}
