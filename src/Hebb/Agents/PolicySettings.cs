namespace Hebb.Agents;

/// <summary>What the agents of <see cref="PolicyAgents"/> were found to learn an environment with.</summary>
/// <param name="Options">How they gather experience and learn from it.</param>
/// <param name="Network">Actor and critic, but for what each differs in.</param>
internal sealed record PolicySettings(PpoOptions Options, ApproximatorOptions Network)
{
    /// <summary>Settings of PPO.</summary>
    /// <param name="environment">The name of an environment; others than those named take what served most of these.</param>
    public static PolicySettings Ppo(string environment)
    {
        var options = new PpoOptions
        {
            Environments = 8,
            RolloutSteps = 32,
            Minibatch = 256,
            Epochs = 20,
            Discount = 0.98,
            Lambda = 0.8,
            ReadoutScale = 8,
            ValueScale = 50,
            AnnealsLearningRate = true,
            AnnealsClip = true,
        };
        var network = new ApproximatorOptions
        {
            Hidden = [64],
            FreeSweeps = 2,
            NudgedSweeps = 1,
            Beta = 0.2,
            LearningRate = 1e-3,
            GradientNorm = 0.5,
        };
        return environment switch
        {
            "CartPole-v0" or "CartPole-v1" => new(options, network),
            _ => new(
                options with
                {
                    Environments = 16,
                    RolloutSteps = 128,
                    Epochs = 4,
                    Discount = 0.99,
                    Lambda = 0.94,
                },
                network
            ),
        };
    }

    /// <summary>Settings of the advantage actor-critic: one epoch, no clipping (Huang et al. 2022).</summary>
    /// <param name="environment">The name of an environment.</param>
    public static PolicySettings AdvantageActorCritic(string environment)
    {
        (PpoOptions options, ApproximatorOptions network) = Ppo(environment);
        return new(
            options with
            {
                RolloutSteps = 8,
                Minibatch = options.Environments * 8,
                Epochs = 1,
                Clip = double.PositiveInfinity,
                AnnealsClip = false,
            },
            network with
            {
                LearningRate = 3e-3,
            }
        );
    }

    /// <summary>
    /// The same with several layers of 32 units: weak feedback, since with as strong a one as with one layer such networks have
    /// several equilibria from the start.
    /// </summary>
    /// <param name="layers">How many layers; 2 or 3.</param>
    public PolicySettings Deep(int layers) =>
        this with
        {
            Network = Network with
            {
                Hidden = [.. Enumerable.Repeat(32, layers)],
                Feedback = 0.03,
                FreeSweeps = layers + 1,
                NudgedSweeps = layers,

                // What reaches the first layer is beta times the feedback of every layer above, and must stay clear of rounding.
                Beta = layers == 2 ? 1 : 2,
                LearningRate = Options.Environments == 8 ? 7e-4 : 1e-3,
            },
        };
}
