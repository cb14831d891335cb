using Hebb.Environments;
using Hebb.Numerics;

namespace Hebb.Agents;

/// <summary>
/// What an agent reaches with its greedy actions, in environments of its own: training does not notice it.
/// </summary>
public static class GreedyEvaluation
{
    /// <summary>Plays some episodes.</summary>
    /// <param name="environment">An environment used by no one else, as the agent observes it.</param>
    /// <param name="episodes">How many episodes; at least 1.</param>
    /// <param name="seed">The seed of the run; each episode begins from a seed of <see cref="RandomStreams.Evaluation"/>.</param>
    /// <returns>The return of each episode.</returns>
    public static double[] Run(
        IParallelAgent agent,
        IEnvironment environment,
        int episodes,
        ulong seed,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(environment);
        var policy = new EvaluatedPolicy(agent, environment.Specification.Observations.Size, samples: false);
        return Run(policy, environment, episodes, seed, cancellation);
    }

    /// <summary>Plays some episodes with a policy that need not be greedy; see <see cref="EvaluatedPolicy"/>.</summary>
    /// <param name="environment">An environment used by no one else, as the agent observes it.</param>
    /// <param name="episodes">How many episodes; at least 1.</param>
    /// <param name="seed">The seed of the run; each episode begins from a seed of <see cref="RandomStreams.Evaluation"/>.</param>
    /// <returns>The return of each episode.</returns>
    public static double[] Run(
        EvaluatedPolicy policy,
        IEnvironment environment,
        int episodes,
        ulong seed,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(episodes);
        Pcg64 seeds = RandomStreams.Evaluation(seed);
        var observation = new float[environment.Specification.Observations.Size];
        var returns = new double[episodes];
        for (var episode = 0; episode < episodes; episode++)
        {
            environment.Reset(seeds.NextUInt64(), observation);
            policy.Begin();
            StepResult result;
            do
            {
                cancellation.ThrowIfCancellationRequested();
                result = environment.Step(policy.Act(observation), observation);
                policy.Observe(observation, result);
                returns[episode] += result.Reward;
            } while (!result.EpisodeEnded);
        }

        return returns;
    }
}
