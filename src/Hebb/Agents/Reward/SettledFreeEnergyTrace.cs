using System.Numerics.Tensors;
using Hebb.Learning.FreeEnergies;
using Hebb.Networks;
using Hebb.Numerics;
using Hebb.Relaxation;
using Hebb.Snapshots;

namespace Hebb.Agents.Reward;

/// <summary>The free-energy policy on a network of any depth, which settles once for each action; see <see cref="FusedFreeEnergyTrace"/>.</summary>
public sealed class SettledFreeEnergyTrace : ITracedPolicy
{
    private readonly SettledFreeEnergies<float> _energies;
    private readonly SettledFreeEnergies<float> _spare;
    private readonly NetworkParameters<float> _trace;
    private readonly float[] _factors;
    private readonly float _inverseTemperature;

    /// <summary>A policy over a network.</summary>
    /// <param name="network">A network that has an energy, which it changes.</param>
    /// <param name="relaxation">How it settles.</param>
    /// <param name="temperature">T; positive.</param>
    public SettledFreeEnergyTrace(EnergyNetwork<float> network, IRelaxation relaxation, double temperature)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(temperature);
        _energies = new SettledFreeEnergies<float>(network, relaxation, capacity: 1);
        _spare = new SettledFreeEnergies<float>(network, relaxation, capacity: 1);
        _trace = new NetworkParameters<float>(network.Topology);
        _factors = new float[network.Topology.OutputSize];
        _inverseTemperature = (float)(1 / temperature);
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

    /// <inheritdoc/>
    public void Reinforce(ReadOnlySpan<float> score, float decay, float amount)
    {
        TensorPrimitives.Multiply(score, _inverseTemperature, _factors);
        Span<float> trace = _trace.Edit();
        foreach (ref var number in trace)
        {
            number = Negligible.ToZero(decay * number);
        }

        _energies.AddCorrelations(new ReadOnlyMatrixSpan<float>(_factors, _factors.Length), _trace);
        Span<float> parameters = Parameters.Edit();
        TensorPrimitives.MultiplyAdd(_trace.All, amount, parameters, parameters);
    }

    private void Logits(SettledFreeEnergies<float> energies, ReadOnlySpan<float> observation, Span<float> logits)
    {
        var negated = energies.Negated(new ReadOnlyMatrixSpan<float>(observation, observation.Length));
        TensorPrimitives.Multiply(negated[0], _inverseTemperature, logits);
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Part("parameters", Parameters);
        visitor.Part("trace", _trace);
    }
}
