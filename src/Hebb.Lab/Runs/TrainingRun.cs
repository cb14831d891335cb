using System.Diagnostics;
using System.Runtime.InteropServices;
using Hebb.Agents;
using Hebb.Environments;
using Hebb.Lab.Records;

namespace Hebb.Lab.Runs;

/// <summary>One agent learning in one environment from one seed, on one thread.</summary>
public static class TrainingRun
{
    /// <summary>Plays a number of episodes; the agent learns as it goes.</summary>
    /// <param name="method">What makes the agent.</param>
    /// <param name="seed">Seeds the agent, and the environment before the first episode only.</param>
    /// <param name="episodes">How many episodes to play; at least 1.</param>
    /// <param name="environment">A fresh environment, used by no other run.</param>
    /// <param name="progress">Is told of every episode.</param>
    /// <param name="cancellation">Asked once an episode.</param>
    /// <returns>
    /// What happened. Whether the parameters are still finite is asked after each episode; a run that diverged is
    /// played to its end all the same, as the method would have been, and says when it diverged.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="episodes"/> is below 1.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static RunRecord Play(
        ReportMethod method,
        ulong seed,
        int episodes,
        IEnvironment environment,
        RunProgress progress,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentNullException.ThrowIfNull(progress);
        ArgumentOutOfRangeException.ThrowIfLessThan(episodes, 1);

        var started = Stopwatch.GetTimestamp();
        IAgent agent = method.Create(seed);
        var observation = new float[environment.Specification.Observations.Size];
        var returns = new double[episodes];
        var lengths = new int[episodes];
        int? divergedAt = null;

        for (var episode = 0; episode < episodes; episode++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (episode == 0)
            {
                environment.Reset(seed, observation);
            }
            else
            {
                environment.Reset(observation);
            }

            (returns[episode], lengths[episode]) = PlayEpisode(agent, environment, observation);
            if (divergedAt is null && !agent.IsFinite)
            {
                divergedAt = episode + 1;
            }

            progress.EpisodeEnded(returns[episode]);
            progress.Advanced(1);
        }

        return new RunRecord(
            RunRecord.CurrentFormatVersion,
            method.Name,
            seed,
            divergedAt,
            Stopwatch.GetElapsedTime(started).TotalSeconds,
            ImmutableCollectionsMarshal.AsImmutableArray(returns),
            ImmutableCollectionsMarshal.AsImmutableArray(lengths)
        )
        {
            UnsettledPhases = agent is ISettlingAgent { Phases: > 0 } settling
                ? (double)settling.UnsettledPhases / settling.Phases
                : null,
        };
    }

    private static (double Return, int Length) PlayEpisode(IAgent agent, IEnvironment environment, float[] observation)
    {
        double total = 0;
        var length = 0;
        StepResult result;
        do
        {
            var action = agent.Act(observation);
            result = environment.Step(action, observation);
            agent.Observe(observation, result);
            total += result.Reward;
            length++;
        } while (!result.EpisodeEnded);

        return (total, length);
    }
}
