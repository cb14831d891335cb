#:project ../src/Hebb.Lab/Hebb.Lab.csproj
// A small experiment with the laboratory: an agent and its backprop twin over four seeds, what was recorded read back, and the curves drawn.
//
// It prints:
//   reward-ep: 4 runs, every one has solved CartPole-v0
//   reward: 4 runs, every one has solved CartPole-v0
//   learning-curve.png is drawn: True
using Hebb.Lab.Configurations.Files;
using Hebb.Lab.Logs;
using Hebb.Lab.Runs;
using Hebb.Lab.Training;

var folder = Directory.CreateTempSubdirectory("learning-curve-").FullName;
ExperimentFile[] experiments =
[
    .. new[] { "reward-ep", "reward" }.Select(agent =>
        ExperimentFile.Of(agent, "CartPole-v0", [("seeds", "0..3"), ("budget.steps", 40_000)])
    ),
];
AgentPlan[] plans = [.. experiments.Select(experiment => AgentPlan.Of(experiment.AgentConfiguration))];
var store = new RunStore(folder);
var runs = new TrainingExperiment([.. plans], experiments[0].Seeds.Values, store.FolderOf).Run(
    new RunOptions { Jobs = 2 }
);
foreach (AgentPlan plan in plans)
{
    RunRecord[] records =
    [
        .. experiments[0].Seeds.Values.Select(seed => RunFolder.ReadRecord(store.FolderOf(plan, seed))!),
    ];
    var solved = records.All(record => record.SolvedAt is not null) ? "every one has" : "not every one has";
    Console.WriteLine($"{plan.Learner}: {records.Length} runs, {solved} solved {plan.Environment}");
}

// Every episode is there too. Tables, a page and the learning curve are written like any file.
var episodes = EpisodeTable.Read(Path.Combine(store.FolderOf(plans[0], 0), EpisodeLog.FileName));
foreach (
    var (name, write) in TrainingResults.Files(plans[0], experiments[0].Seeds, runs[0], "draw-a-learning-curve.cs")
)
{
    using FileStream stream = File.Create(Path.Combine(folder, name));
    write(stream);
}

Console.WriteLine(
    $"learning-curve.png is drawn: {episodes.Count > 100 && new FileInfo(Path.Combine(folder, "learning-curve.png")).Length > 10_000}"
);
Directory.Delete(folder, recursive: true);
