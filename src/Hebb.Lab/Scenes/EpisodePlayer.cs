using Hebb.Agents;
using Hebb.Environments;

namespace Hebb.Lab.Scenes;

/// <summary>
/// Plays single episodes to be looked at. The agent learns nothing by it; but one that acts as it does while it learns, because
/// it was asked to or has no other way, is not to be trained on afterwards: it remembers what it saw here.
/// </summary>
/// <param name="environment">An environment used by no one else, as the agent observes it.</param>
public sealed class EpisodePlayer(IParallelAgent agent, IEnvironment environment)
{
    private readonly int _size = environment.Specification.Observations.Size;

    /// <summary>
    /// Whether actions are drawn or explored as in training; otherwise the agent takes its greedy actions, if it
    /// has any (<see cref="IGreedyAgent"/>).
    /// </summary>
    public bool Samples { get; init; }

    /// <summary>Plays an episode step by step, as its frames are asked for.</summary>
    /// <param name="seed">
    /// The seed of a run: the episode is the first one of the run's greedy evaluation, from <see cref="RandomStreams.Evaluation"/>.
    /// </param>
    /// <returns>The state that the episode begins in, then one frame after each step.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public IEnumerable<EpisodeFrame> Play(ulong seed, CancellationToken cancellation = default)
    {
        var policy = new EvaluatedPolicy(agent, _size, Samples);
        var observation = new float[_size];
        environment.Reset(RandomStreams.Evaluation(seed).NextUInt64(), observation);
        policy.Begin();
        var frame = new EpisodeFrame(environment.Draw(), Step: 0, Return: 0, Ended: false);
        yield return frame;
        while (!frame.Ended)
        {
            cancellation.ThrowIfCancellationRequested();
            StepResult result = environment.Step(policy.Act(observation), observation);
            policy.Observe(observation, result);
            frame = new EpisodeFrame(
                environment.Draw(),
                frame.Step + 1,
                frame.Return + result.Reward,
                result.EpisodeEnded
            );
            yield return frame;
        }
    }
}
