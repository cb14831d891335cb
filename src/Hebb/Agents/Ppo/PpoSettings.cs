using Hebb.Agents.Approximators;
using Hebb.Agents.Settings;

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

    /// <summary>Actor and critic alike but for their outputs at the start and their estimators.</summary>
    /// <param name="settings">What they share.</param>
    /// <param name="actor">The estimator of the actor: a name of <see cref="Hebb.Catalogues.EstimatorCatalogue"/>.</param>
    /// <param name="critic">That of the critic.</param>
    public static PpoSettings Of(PolicySettings settings, string actor, string critic)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new PpoSettings(
            settings.Options,
            settings.Network with
            {
                Estimator = actor,
                OutputGain = ActorOutputGain,
            },
            settings.Network with
            {
                Estimator = critic,
                OutputGain = CriticOutputGain,
            }
        );
    }

    /// <inheritdoc/>
    public void Validate() => ApproximatorRules.RequireAnyCost(Actor, nameof(Actor), "from the cost of a policy");
}
