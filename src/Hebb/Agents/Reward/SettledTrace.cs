using Hebb.Learning.FreeEnergies;
using Hebb.Networks;
using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Agents.Reward;

/// <summary>A free-energy policy, y_a = -F_a / T, on a network that settles once for each action.</summary>
public abstract class SettledTrace : ITracedPolicy
{
    private readonly IFreeEnergies<float> _energies;
    private readonly IFreeEnergies<float> _spare;
    private readonly float[] _factors;
    private readonly float _inverseTemperature;

    // The spare ones judge, so that what was considered still stands when it is reinforced.
    private protected SettledTrace(Func<IFreeEnergies<float>> energies, double temperature)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(temperature);
        _energies = energies();
        _spare = energies();
        _factors = new float[_energies.Network.Topology.OutputSize];
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
    public abstract void Reinforce(ReadOnlySpan<float> score, float decay, float amount);

    /// <inheritdoc/>
    public abstract void VisitState(StateVisitor visitor);

    /// <summary>Adds sum_b score_b c_b / T, with c_b the correlations of the state that settled with action b clamped.</summary>
    private protected void AddCorrelations(ReadOnlySpan<float> score, NetworkParameters<float> target)
    {
        TensorPrimitives.Multiply(score, _inverseTemperature, _factors);
        _energies.AddCorrelations(new ReadOnlyMatrixSpan<float>(_factors, _factors.Length), target);
    }

    private void Logits(IFreeEnergies<float> energies, ReadOnlySpan<float> observation, Span<float> logits)
    {
        var negated = energies.Negated(new ReadOnlyMatrixSpan<float>(observation, observation.Length));
        TensorPrimitives.Multiply(negated[0], _inverseTemperature, logits);
    }
}
