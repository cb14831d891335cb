using System.Numerics.Tensors;
using Hebb.Agents.Approximators;
using Hebb.Learning.FreeEnergies;
using Hebb.Networks;
using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Agents.Reward;

/// <summary>
/// The free-energy policy with the report's contrast (eq. 10): the correlations of the state that settles with the action clamped, less
/// their running average over all states. To be compared with <see cref="SettledFreeEnergyTrace"/>, which subtracts what the policy
/// expected in the same state.
/// </summary>
public sealed class ClampedContrastTrace : ITracedPolicy
{
    private readonly IFreeEnergies<float> _energies;
    private readonly IFreeEnergies<float> _spare;
    private readonly AveragedContrast _contrast;
    private readonly float[] _factors;
    private readonly float _inverseTemperature;

    /// <summary>A policy over a network.</summary>
    /// <param name="network">A network that has an energy, which it changes.</param>
    /// <param name="options">How it settles, and its temperature.</param>
    /// <param name="rate">How fast the running average follows; above 0, at most 1.</param>
    public ClampedContrastTrace(EnergyNetwork<float> network, FreeEnergyOptions options, double rate)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(options);
        _energies = FreeEnergyNetwork.Energies(network, options, capacity: 1);
        _spare = FreeEnergyNetwork.Energies(network, options, capacity: 1);
        _contrast = new AveragedContrast(network.Parameters, rate);
        _factors = new float[network.Topology.OutputSize];
        _inverseTemperature = (float)(1 / options.Network.Temperature);
    }

    /// <inheritdoc/>
    public int InputSize => _energies.Network.Topology.InputSize;

    /// <inheritdoc/>
    public int ActionCount => _factors.Length;

    /// <inheritdoc/>
    public NetworkParameters<float> Parameters => _energies.Network.Parameters;

    /// <inheritdoc/>
    public void Consider(ReadOnlySpan<float> observation, Span<float> logits) => Logits(_energies, observation, logits);

    /// <inheritdoc/>
    public void Judge(ReadOnlySpan<float> observation, Span<float> logits) => Logits(_spare, observation, logits);

    /// <summary>
    /// Takes sum_b score_b c_b / T less its running average into the trace, and follows it. With a score of 1 for the action and 0
    /// elsewhere that is the correlation of the action alone.
    /// </summary>
    /// <param name="score">A number for each action.</param>
    /// <param name="decay">What is left of the trace; 0 begins it anew.</param>
    /// <param name="amount">The step along the trace.</param>
    public void Reinforce(ReadOnlySpan<float> score, float decay, float amount)
    {
        TensorPrimitives.Multiply(score, _inverseTemperature, _factors);
        _contrast.Correlations.Clear();
        _energies.AddCorrelations(new ReadOnlyMatrixSpan<float>(_factors, _factors.Length), _contrast.Correlations);
        _contrast.Step(decay, amount);
    }

    private void Logits(IFreeEnergies<float> energies, ReadOnlySpan<float> observation, Span<float> logits)
    {
        var negated = energies.Negated(new ReadOnlyMatrixSpan<float>(observation, observation.Length));
        TensorPrimitives.Multiply(negated[0], _inverseTemperature, logits);
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Part("parameters", Parameters);
        visitor.Part("contrast", _contrast);
    }
}
