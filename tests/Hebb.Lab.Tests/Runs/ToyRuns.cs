using Hebb.Catalogues;
using Hebb.Files.Safetensors;
using Hebb.Lab.Logs;
using Hebb.Lab.Logs.Events;
using Hebb.Lab.Runs;
using Hebb.Lab.Training;

namespace Hebb.Lab.Tests.Runs;

/// <summary>Small runs to be interrupted, damaged and compared.</summary>
internal static class ToyRuns
{
    public static AgentPlan Plan(string agent = "ppo-ep", long steps = 6000, long evaluationPeriod = 0) =>
        new(
            CatalogueSet.Standard.Agents.Find(agent),
            CatalogueSet.Standard.Environments.Find("CartPole-v1"),
            RunBudget.OfSteps(steps)
        )
        {
            Experiment = "toy",
            Hash = "0123456789ab",
            Evaluation = 2,
            EvaluationPeriod = evaluationPeriod,
        };

    /// <summary>Runs a plan in a folder, or continues it.</summary>
    public static RunRecord Play(
        AgentPlan plan,
        string folder,
        ulong seed = 3,
        double interval = 1000,
        CancellationToken? cancellation = null
    )
    {
        var experiment = new TrainingExperiment([plan], [seed], (_, _) => folder);
        var runs = experiment.Play(
            new RunOptions { CheckpointInterval = TimeSpan.FromSeconds(interval) },
            cancellation ?? TestContext.Current.CancellationToken
        );
        return runs[0][0].Record;
    }

    /// <summary>Plays a plan and stops it, well, after a number of episodes.</summary>
    public static void Stop(AgentPlan plan, string folder, int episodes, ulong seed = 3)
    {
        using var stop = new CancellationTokenSource();
        var stopping = plan with { CreateAgent = task => new StoppingAgent(plan.CreateAgent(task), episodes, stop) };
        Assert.ThrowsAny<OperationCanceledException>(() => Play(stopping, folder, seed, cancellation: stop.Token));
    }

    /// <summary>What must be the same to the bit: episodes without their times, and the whole state at the end.</summary>
    public static string[] Outcome(string folder)
    {
        var file = SafetensorsFile.Read(RunFolder.CheckpointPath(folder));
        return
        [
            .. WithoutTimes(folder),
            .. file.Tensors.Select(tensor => $"{tensor.Name} {string.Join('x', tensor.Shape)} {Digest.Of(tensor)}"),
            .. EventFile
                .Read(Path.Combine(folder, EventLog.FileName))
                .Where(scalar => scalar.Tag != TensorBoardTags.StepsPerSecond)
                .Select(scalar => FormattableString.Invariant($"{scalar.Step} {scalar.Tag} {scalar.Value:R}")),
        ];
    }

    private static IEnumerable<string> WithoutTimes(string folder) =>
        File.ReadLines(Path.Combine(folder, EpisodeLog.FileName))
            .Skip(1)
            .Select(line => string.Join(',', line.Split(',').Where((_, column) => column != 2)));
}
