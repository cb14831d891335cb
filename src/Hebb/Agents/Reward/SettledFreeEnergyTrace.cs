using Hebb.Learning.FreeEnergies;
using Hebb.Networks;
using Hebb.Numerics;
using Hebb.Relaxation;
using Hebb.Snapshots;

namespace Hebb.Agents.Reward;

/// <summary>The free-energy policy on a network of any depth, which settles once for each action; see <see cref="FusedFreeEnergyTrace"/>.</summary>
public sealed class SettledFreeEnergyTrace : SettledTrace
{
    private readonly NetworkParameters<float> _trace;

    /// <summary>A policy over a network.</summary>
    /// <param name="network">A network that has an energy, which it changes.</param>
    /// <param name="temperature">T; positive.</param>
    public SettledFreeEnergyTrace(EnergyNetwork<float> network, IRelaxation relaxation, double temperature)
        : base(() => new SettledFreeEnergies<float>(network, relaxation, capacity: 1), temperature) =>
        _trace = new NetworkParameters<float>(Parameters.Topology);

    /// <inheritdoc/>
    public override void Reinforce(ReadOnlySpan<float> score, float decay, float amount)
    {
        foreach (ref var number in _trace.Edit())
        {
            number = Negligible.ToZero(decay * number);
        }

        AddCorrelations(score, _trace);
        Span<float> parameters = Parameters.Edit();
        TensorPrimitives.MultiplyAdd(_trace.All, amount, parameters, parameters);
    }

    /// <inheritdoc/>
    public override void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Part("parameters", Parameters);
        visitor.Part("trace", _trace);
    }
}
