namespace Hebb.Lab.Experiments;

/// <summary>
/// The benchmark: every agent of the catalogue learns in every environment that it is made for, from the same seeds, for a
/// number of steps that was fixed beforehand.
/// </summary>
public static class Benchmark
{
    /// <summary>The experiment's name in its configuration.</summary>
    public const string Name = "benchmark";

    /// <summary>The episodes that each agent plays greedily after its learning.</summary>
    public const int Evaluation = 20;

    /// <summary>The environment steps that a run learns for.</summary>
    /// <param name="agent">The agent's name.</param>
    /// <param name="environment">The environment's name.</param>
    public static long Budget(string agent, string environment) =>
        (agent, environment) switch
        {
            (_, "CartPole-v0") => 50_000,
            (_, "CartPole-v1") => 200_000,

            // It learns from every step alone, without a critic, and needs the time.
            ("reward-ep", "Acrobot-v1") => 300_000,
            (_, "Acrobot-v1") => 100_000,
            (_, "MountainCar-v0") => 300_000,
            _ => 100_000,
        };
}
