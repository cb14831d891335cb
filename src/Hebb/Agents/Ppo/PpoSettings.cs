using Hebb.Agents.Approximators;
using Hebb.Memory;
using Hebb.Settings;

namespace Hebb.Agents.Ppo;

/// <summary>All that an agent of <see cref="PolicyAgents"/> is made of.</summary>
/// <param name="Options">How it gathers experience and learns from it.</param>
/// <param name="Actor">The network of the policy.</param>
/// <param name="Critic">The network of the values.</param>
public sealed record PpoSettings(
    [property: SettingsPart("")] PpoOptions Options,
    ApproximatorOptions Actor,
    ApproximatorOptions Critic
) : IValidatedSettings
{
    private const double ActorOutputGain = 0.1;
    private const double CriticOutputGain = 0.3;

    /// <summary>Memories that it observes beside what the environment shows; null for none. They are not learned.</summary>
    public MemorySettings? Memory { get; init; }

    /// <summary>Actor and critic alike but for their outputs at the start.</summary>
    /// <param name="options">How it gathers experience and learns from it.</param>
    /// <param name="network">What actor and critic have in common.</param>
    public static PpoSettings Of(PpoOptions options, ApproximatorOptions network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return new PpoSettings(
            options,
            network.Shaped(shape => shape with { OutputGain = ActorOutputGain }),
            network.Shaped(shape => shape with { OutputGain = CriticOutputGain })
        );
    }

    /// <summary>The same with a change of actor and critic.</summary>
    /// <param name="change">Changes a network.</param>
    public PpoSettings Both(Func<ApproximatorOptions, ApproximatorOptions> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return this with { Actor = change(Actor), Critic = change(Critic) };
    }

    /// <inheritdoc/>
    public void Validate() => Actor.RequireAnyCost(nameof(Actor), "from the cost of a policy");
}
