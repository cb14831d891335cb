using Hebb.Agents;
using Hebb.Lab.Records;
using Hebb.Lab.Runs;
using Hebb.Lab.Training;

namespace Hebb.Lab.Tests.Training;

/// <summary>Small agents, configurations and runs to test with.</summary>
internal static class ToyTraining
{
    public static IReadOnlyList<AgentEntry> Catalogue { get; } =
    [
        new("toy", "The toy | agent", "It learns.", task => new ToyParallelAgent(task)) { Twin = "toy-twin" },
        new("toy-twin", "Its twin", "It learns by rote.", task => new ToyParallelAgent(task)),
        new("diverging", "Diverging", "It diverges.", task => new ToyParallelAgent(task, divergeAfter: 5)),
        new("alone", "Alone", "It has no greedy mode.", task => new OneEnvironmentAgent(new ToyAgent(task.Seed)))
        {
            Environments = ["CartPole-v0"],
        },
    ];

    public static TrainingConfiguration Configuration(
        string agent = "toy",
        long steps = 2001,
        string seeds = "0..2",
        int evaluation = 3
    ) =>
        new(
            TrainingConfiguration.CurrentFormatVersion,
            "toy",
            [new RunGroup(agent, "CartPole-v0", steps)],
            seeds,
            evaluation,
            Diagnostics: false
        );

    public static TrainingSummary Summary(ConfiguredDirectory<TrainingConfiguration> directory, int jobs = 1) =>
        new TrainingExperiment(directory, Catalogue).Run(
            new RunOptions { Jobs = jobs },
            TestContext.Current.CancellationToken
        )[0];

    public static TrainedRun Run(ulong seed, double last, long? solvedAt = null, double? greedy = null) =>
        new(
            new RunRecord(
                RunRecord.CurrentFormatVersion,
                "toy",
                "CartPole-v0",
                seed,
                Steps: 1000,
                StepsTaken: 1000,
                Episodes: 1,
                solvedAt,
                last,
                greedy is { } value ? [value - 1, value + 1] : null,
                Seconds: 0.25,
                MicrosecondsPerStep: 250,
                DivergedAt: null
            ),
            [new TrainedEpisode(last, (int)Math.Abs(last), 0.125, 900)]
        );
}
