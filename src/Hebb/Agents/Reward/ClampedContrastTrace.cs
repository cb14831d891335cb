using Hebb.Agents.Approximators;
using Hebb.Networks;
using Hebb.Snapshots;

namespace Hebb.Agents.Reward;

/// <summary>
/// The free-energy policy with the report's contrast (eq. 10): the correlations of the state that settles with the action clamped, less
/// their running average over all states. To be compared with <see cref="SettledFreeEnergyTrace"/>, which subtracts what the policy
/// expected in the same state.
/// </summary>
public sealed class ClampedContrastTrace : SettledTrace
{
    private readonly AveragedContrast _contrast;

    /// <summary>A policy over a network.</summary>
    /// <param name="network">A network that has an energy, which it changes.</param>
    /// <param name="options">How it settles, and its temperature.</param>
    /// <param name="rate">How fast the running average follows; above 0, at most 1.</param>
    public ClampedContrastTrace(EnergyNetwork<float> network, FreeEnergyOptions options, double rate)
        : base(() => FreeEnergyNetwork.Energies(network, options, capacity: 1), Temperature(options)) =>
        _contrast = new AveragedContrast(Parameters, rate);

    /// <summary>
    /// Takes sum_b score_b c_b / T less its running average into the trace, and follows it. With a score of 1 for the action and 0
    /// elsewhere that is the correlation of the action alone.
    /// </summary>
    /// <param name="score">A number for each action.</param>
    /// <param name="decay">What is left of the trace; 0 begins it anew.</param>
    /// <param name="amount">The step along the trace.</param>
    public override void Reinforce(ReadOnlySpan<float> score, float decay, float amount)
    {
        _contrast.Correlations.Clear();
        AddCorrelations(score, _contrast.Correlations);
        _contrast.Step(decay, amount);
    }

    private static double Temperature(FreeEnergyOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Network.Temperature;
    }

    /// <inheritdoc/>
    public override void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Part("parameters", Parameters);
        visitor.Part("contrast", _contrast);
    }
}
