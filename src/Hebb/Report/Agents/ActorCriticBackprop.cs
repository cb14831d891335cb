using Hebb.Report.Rules;
using Hebb.Settings;

namespace Hebb.Report.Agents;

/// <summary>The constants of the report's actor-critic, the report's by default.</summary>
/// <param name="HiddenSize">Units of the shared rectified layer.</param>
/// <param name="LearningRate">Adam's rate.</param>
/// <param name="Discount">gamma.</param>
public sealed record ActorCriticBackpropOptions(
    [property: Range(1, 1 << 16)] int HiddenSize = 128,
    [property: Range(0, double.MaxValue, MinimumIsExclusive = true)] double LearningRate = 0.03,
    [property: Range(0, 1.0)] double Discount = 0.99
) : ISettings;

/// <summary>
/// The report's baseline as coded: REINFORCE with a value baseline by backprop. The targets are the discounted returns,
/// standardised over the episode.
/// </summary>
/// <remarks>As coded, a time limit counts as an end: the state it leaves behind has no value.</remarks>
public sealed class ActorCriticBackprop<T> : EpisodicActorCritic<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>An agent before its first episode.</summary>
    /// <param name="observationSize">Numbers in an observation.</param>
    /// <param name="actionCount">How many actions there are.</param>
    public ActorCriticBackprop(int observationSize, int actionCount, ActorCriticBackpropOptions options, ulong seed)
        : base(observationSize, actionCount, options, seed) { }

    private protected override void SetTargets(ReadOnlySpan<float> lastObservation, bool terminated, Span<T> targets) =>
        DiscountedReturns.Standardised(Rewards, Discount, targets);
}
