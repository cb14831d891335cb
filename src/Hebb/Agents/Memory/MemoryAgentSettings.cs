using Hebb.Agents.Approximators;
using Hebb.Memory;
using Hebb.Settings;

namespace Hebb.Agents.Memory;

/// <summary>An agent with memories: how it learns, its network, its memories.</summary>
public sealed record MemoryAgentSettings : IValidatedSettings
{
    /// <summary>How it learns.</summary>
    [SettingsPart("")]
    public OnlineOptions Options { get; init; } = new();

    /// <summary>Its network: one hidden layer of tanh units.</summary>
    public FreeEnergyShape Network { get; init; } = new();

    /// <summary>Its memories.</summary>
    public MemorySettings Memory { get; init; } = MemorySettings.All;

    /// <summary>What it recalls of each action; null for nothing.</summary>
    public RecallSettings? Recall { get; init; }

    /// <summary>
    /// A network as critic, which learns by any estimator; null for the linear critic, which reads the memories and the policy's hidden units.
    /// </summary>
    public ApproximatorOptions? Critic { get; init; }

    /// <inheritdoc/>
    public void Validate()
    {
        Critic?.RequireAnyCost(nameof(Critic), "from an error of one output");
        SettingRules.Refuse(
            Critic is not null && Options.Signal is LearningSignal.Reward,
            nameof(Critic),
            "given",
            "null is needed with the signal 'reward', which has no critic"
        );
        SettingRules.Refuse(
            Network.Hidden.Length != 1,
            "Network.Hidden",
            $"[{string.Join(", ", Network.Hidden)}]",
            "one hidden layer is needed"
        );
        SettingRules.Refuse(
            Network.Activation != Networks.Activations.Activation.Tanh,
            "Network.Activation",
            Network.Activation.Name,
            "tanh is needed"
        );
    }
}
