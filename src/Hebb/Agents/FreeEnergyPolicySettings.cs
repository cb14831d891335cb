namespace Hebb.Agents;

/// <summary>What PPO with a policy of free energies was found to learn with; the defaults are those of the catalogue's <c>policy-ep</c>.</summary>
public sealed record FreeEnergyPolicySettings
{
    /// <summary>How it gathers experience and learns from it.</summary>
    public PpoOptions Options { get; init; } =
        new()
        {
            Epochs = 8,
            Discount = 0.99,
            Lambda = 0.95,
            ValueScale = 50,
            AnnealsLearningRate = true,
            AnnealsClip = true,
        };

    /// <summary>The actor's network and temperature.</summary>
    public FreeEnergyOptions Actor { get; init; } = new();

    /// <summary>How the actor steps.</summary>
    public FreeEnergyLearning ActorLearning { get; init; } = new() { LearningRate = 3e-3, GradientNorm = 0.5 };

    /// <summary>The critic.</summary>
    public ApproximatorOptions Critic { get; init; } =
        new()
        {
            FreeSweeps = 2,
            NudgedSweeps = 2,
            LearningRate = 2e-3,
            OutputGain = 0.3,
            GradientNorm = 0.5,
        };
}
