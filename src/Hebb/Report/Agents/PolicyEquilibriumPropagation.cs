using Hebb.Agents;
using Hebb.Environments;
using Hebb.Report.Rules;
using Hebb.Report.Shallow;
using Hebb.Snapshots;

namespace Hebb.Report.Agents;

/// <summary>
/// What the forms of the report's policy EP (section 4.2) share: an energy network read feedforward acts, a classical
/// critic values states, and both learn once an episode. A form says only how.
/// </summary>
public abstract class PolicyEquilibriumPropagation<T> : IAgent
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private protected PolicyEquilibriumPropagation(
        int observationSize,
        int actionCount,
        PolicyOptions options,
        ulong seed
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        var initialization = RandomStreams.Initialization(seed);
        Actor = new EpisodicActor<T>(
            observationSize,
            options.HiddenSize,
            actionCount,
            initialization,
            RandomStreams.Policy(seed)
        );
        Critic = new EpisodicCritic<T>(observationSize, options.CriticHiddenSize, options.CriticRate, initialization);
        Discount = T.CreateTruncating(options.Discount);
    }

    /// <summary>The actor's network.</summary>
    public ShallowParameters<T> Network => Actor.Network;

    /// <summary>The critic's network.</summary>
    public ShallowParameters<T> CriticNetwork => Critic.Network;

    /// <inheritdoc/>
    public bool IsFinite => Network.IsFinite && CriticNetwork.IsFinite;

    private protected EpisodicActor<T> Actor { get; }

    private protected EpisodicCritic<T> Critic { get; }

    private protected T Discount { get; }

    /// <inheritdoc/>
    public int Act(ReadOnlySpan<float> observation)
    {
        var action = Actor.Act(observation);
        Critic.Add(Actor.Inputs[^1]);
        return action;
    }

    /// <inheritdoc/>
    public void Observe(ReadOnlySpan<float> nextObservation, in StepResult result)
    {
        Actor.Reward(result.Reward);
        if (result.EpisodeEnded)
        {
            Learn(nextObservation, result.Terminated);
            Actor.ForgetEpisode();
        }
    }

    /// <summary>Updates actor and critic from the episode that they remember.</summary>
    /// <param name="lastObservation">What the episode left behind.</param>
    /// <param name="terminated">Whether the task ended, rather than the time.</param>
    private protected abstract void Learn(ReadOnlySpan<float> lastObservation, bool terminated);

    /// <summary>The returns of the episode, standardised as the report's code does.</summary>
    private protected ReadOnlySpan<T> StandardisedReturns()
    {
        var returns = Actor.Returns;
        DiscountedReturns.Standardised(Actor.Rewards, Discount, returns);
        return returns;
    }

    /// <inheritdoc/>
    public virtual void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Part("actor", Actor);
        visitor.Part("critic", Critic);
    }
}
