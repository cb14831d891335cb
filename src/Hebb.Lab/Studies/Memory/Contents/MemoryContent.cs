using Hebb.Agents;
using Hebb.Agents.Memory;
using Hebb.Environments;
using Hebb.Memory;

namespace Hebb.Lab.Studies.Memory.Contents;

/// <summary>What a part of a memory holds after learning, and what the others do without it.</summary>
/// <param name="Part">The name of the part; the observation itself where it is <see cref="Observation"/>.</param>
/// <param name="Probe">How often a linear map of the part alone gives the action that was rewarded, on steps that it was not fitted to.</param>
/// <param name="Lesioned">The mean score of greedy episodes with the part silenced; not a number for the observation.</param>
internal sealed record MemoryContent(string Part, double Probe, double Lesioned)
{
    /// <summary>The name of the observation among the parts.</summary>
    public const string Observation = "observation";

    private const int Episodes = 100;
    private const int Samples = 400;
    private const int MostEpisodes = 1000;

    /// <summary>Looks at an agent.</summary>
    /// <param name="create">Makes an environment, as the agent observes it.</param>
    /// <param name="score">The score of a return.</param>
    /// <param name="seed">The seed of the run.</param>
    public static IReadOnlyList<MemoryContent> Of(
        MemoryAgent agent,
        Func<IEnvironment> create,
        Func<double, double> score,
        ulong seed
    )
    {
        (var examples, var labels) = Rewarded(agent, create(), seed);
        var classes = create().Specification.Actions.Count;
        var contents = new List<MemoryContent>();
        var at = create().Specification.Observations.Size;
        contents.Add(new(Observation, Read(examples, labels, 0, at, classes), double.NaN));
        foreach ((var name, IMemory memory) in agent.Memory.Memories)
        {
            var probe = Read(examples, labels, at, memory.Size, classes);
            contents.Add(new(name, probe, Without(agent, name, create(), score, seed)));
            at += memory.Size;
        }

        return contents;
    }

    private static double Read(List<float[]> examples, List<int> labels, int at, int size, int classes) =>
        examples.Count < Samples
            ? double.NaN
            : LinearProbe.Accuracy([.. examples.Select(one => one.AsSpan(at, size).ToArray())], labels, classes);

    // What stands in the memory when an action is taken that is rewarded, and the action.
    private static (List<float[]> Examples, List<int> Labels) Rewarded(
        MemoryAgent agent,
        IEnvironment environment,
        ulong seed
    )
    {
        var examples = new List<float[]>();
        var labels = new List<int>();
        MemoryPolicy policy = agent.Lesioned();
        Play(
            policy,
            environment,
            seed,
            MostEpisodes,
            (action, result) =>
            {
                if (result.Reward > 0 && examples.Count < Samples)
                {
                    examples.Add(policy.Memory.Numbers.ToArray());
                    labels.Add(action);
                }

                return examples.Count < Samples;
            }
        );
        return (examples, labels);
    }

    private static double Without(
        MemoryAgent agent,
        string part,
        IEnvironment environment,
        Func<double, double> score,
        ulong seed
    )
    {
        (double total, double sum) = (0, 0);
        Play(
            agent.Lesioned(part),
            environment,
            seed,
            Episodes,
            (_, result) =>
            {
                sum += result.Reward;
                if (result.EpisodeEnded)
                {
                    total += score(sum);
                    sum = 0;
                }

                return true;
            }
        );
        return total / Episodes;
    }

    private static void Play(
        MemoryPolicy policy,
        IEnvironment environment,
        ulong seed,
        int episodes,
        Func<int, StepResult, bool> played
    )
    {
        var observation = new float[environment.Specification.Observations.Size];
        environment.Reset(RandomStreams.Evaluation(seed).NextUInt64(), observation);
        for (var episode = 0; episode < episodes; episode++)
        {
            if (episode > 0)
            {
                environment.Reset(observation);
            }

            policy.Begin();
            StepResult result;
            do
            {
                var action = policy.Act(observation, samples: false);
                result = environment.Step(action, observation);
                policy.Observe(observation, result);
                if (!played(action, result))
                {
                    return;
                }
            } while (!result.EpisodeEnded);
        }
    }
}
