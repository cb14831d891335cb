using Hebb.Agents;
using Hebb.Environments;
using Hebb.Environments.OpenLock;
using Hebb.Environments.OpenLock.Rooms;

namespace Hebb.Lab.Studies.Rooms;

/// <summary>Rooms that a learner is tested in, learning nothing more.</summary>
/// <param name="Name">Its name in tables, such as <c>CC4</c> or <c>row-5</c>.</param>
/// <param name="ActionsPerAttempt">The actions of an attempt.</param>
/// <param name="Create">Makes the environment, whose episodes are trials.</param>
public sealed record RoomTest(string Name, int ActionsPerAttempt, Func<IEnvironment> Create)
{
    /// <summary>The attempts of a trial, in training and in tests: those that people had.</summary>
    public const int AttemptLimit = 30;

    /// <summary>The trials of a test.</summary>
    public const int Trials = 100;

    /// <summary>The official rooms of a scenario.</summary>
    public static RoomTest Official(string scenario) =>
        new(scenario, 3, () => new OpenLockEnvironment(Options with { Scenario = Scenario.Find(scenario) }));

    /// <summary>Random rooms of a scenario.</summary>
    /// <param name="scenario">One of <see cref="Scenario.Larger"/>.</param>
    public static RoomTest Larger(string scenario) =>
        new(
            scenario,
            3,
            () =>
                new OpenLockEnvironment(
                    Options with
                    {
                        Scenarios = [Scenario.Larger.First(one => one.Name == scenario)],
                    }
                )
        );

    /// <summary>Rows whose doors are opened by so many actions.</summary>
    public static RoomTest Row(int steps) =>
        new(
            FormattableString.Invariant($"row-{steps}"),
            steps,
            () =>
                new LeverRowEnvironment(
                    new()
                    {
                        LeastSteps = steps,
                        MostSteps = steps,
                        AttemptLimit = AttemptLimit,
                    }
                )
        );

    private static OpenLockOptions Options { get; } =
        new()
        {
            AttemptLimit = AttemptLimit,
            Episode = EpisodeSpan.Trial,
            ObservesStep = true,
            ObservesFound = true,
        };

    /// <summary>Tests an agent, whose actions are drawn.</summary>
    /// <param name="seed">The seed of the run.</param>
    /// <returns>The mean attempts of a trial, and the part of trials in which all solutions were found.</returns>
    public (double Attempts, double Solved) Of(IParallelAgent agent, ulong seed)
    {
        IEnvironment environment = Create();
        var policy = new EvaluatedPolicy(agent, environment.Specification.Observations.Size, samples: true);
        var observation = new float[environment.Specification.Observations.Size];
        environment.Reset(RandomStreams.Evaluation(seed).NextUInt64(), observation);
        (double attempts, double solved) = (0, 0);
        for (var trial = 0; trial < Trials; trial++)
        {
            if (trial > 0)
            {
                environment.Reset(observation);
            }

            policy.Begin();
            StepResult result;
            var steps = 0;
            do
            {
                result = environment.Step(policy.Act(observation), observation);
                policy.Observe(observation, result);
                steps++;
            } while (!result.EpisodeEnded);

            attempts += (double)steps / ActionsPerAttempt;
            solved += result.Terminated ? 1 : 0;
        }

        return (attempts / Trials, solved / Trials);
    }
}
