using System.Text;
using System.Xml.Linq;
using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Lab.Configurations;
using Hebb.Lab.Records;
using Hebb.Lab.Runs;
using Hebb.Lab.Studies.Benchmarks;
using Hebb.Lab.Tests.Training;
using Hebb.Lab.Training;

namespace Hebb.Lab.Tests.Studies.Benchmarks;

public sealed class BenchmarkTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void Twins_stand_below_the_agents_that_they_are_the_twins_of()
    {
        AgentEntry[] agents = [Entry("a"), Entry("twin"), Entry("x-ep", "twin"), Entry("b"), Entry("y-ep", "twin")];
        Assert.Equal("a x-ep y-ep twin b", string.Join(' ', Benchmark.Ordered(agents).Select(agent => agent.Name)));
        Assert.Equal(CatalogueSet.Standard.Agents.Count, Benchmark.Agents.Length);
    }

    [Fact]
    public void Agents_play_what_they_are_made_for_and_no_longer_than_their_budget()
    {
        Assert.Equal(
            [
                new RunGroup("toy", "CartPole-v0", 50_000),
                new RunGroup("alone", "CartPole-v0", 50_000),
                new RunGroup("toy", "Acrobot-v1", 100_000),
            ],
            Benchmark.Groups([ToyTraining.Catalogue[0], ToyTraining.Catalogue[3]], ["CartPole-v0", "Acrobot-v1"])
        );
        Assert.Equal(
            [new RunGroup("toy", "MountainCar-v0", 7)],
            Benchmark.Groups([ToyTraining.Catalogue[0]], ["MountainCar-v0"], steps: 7)
        );
        Assert.Equal(300_000, Budget("reward-ep", "Acrobot-v1"));
        Assert.Equal("1000..1019", Benchmark.Seeds.ToString());
    }

    private static long Budget(string agent, string environment) =>
        CatalogueSet.Standard.Agents.Find(agent).Budget(CatalogueSet.Standard.Environments.Find(environment));

    [Fact]
    public void An_agent_and_its_twin_have_equal_budgets()
    {
        foreach (
            RunGroup group in Benchmark.Groups(
                Benchmark.Agents,
                ["CartPole-v0", "CartPole-v1", "Acrobot-v1", "MountainCar-v0"]
            )
        )
        {
            if (CatalogueSet.Standard.Agents.Find(group.Agent).Twin is { } twin)
            {
                Assert.Equal(group.Steps, Budget(twin, group.Environment));
            }
        }
    }

    [Fact]
    public void Another_budget_in_a_used_directory_is_refused_by_its_name()
    {
        ConfiguredDirectory.Open(_temporary.New(), Configuration()).Dispose();
        TrainingConfiguration other = Configuration();
        other = other with { Groups = [.. other.Groups[..^1], other.Groups[^1] with { Steps = 601 }] };
        Assert.Contains(
            "steps of toy-twin in CartPole-v1 is 600 there and 601 now",
            Assert.Throws<RecordException>(() => ConfiguredDirectory.Open(_temporary.New(), other)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_small_benchmark_has_its_page_and_its_figure()
    {
        BenchmarkOptions options = new()
        {
            Agents = [ToyTraining.Catalogue[0], ToyTraining.Catalogue[1], ToyTraining.Catalogue[3]],
            Environments = ["CartPole-v0", "CartPole-v1"],
            Seeds = SeedSet.Parse("0..1"),
            Steps = 600,
        };
        using var directory = ConfiguredDirectory.Open(_temporary.New(), options.Configuration);
        var experiment = new TrainingExperiment(directory, ToyTraining.Catalogue);
        Assert.Equal(10, experiment.RunCount);
        Assert.Equal("toy CartPole-v0", experiment.Progress[0].Name);
        var summaries = experiment.Run(new Lab.Runs.RunOptions { Jobs = 2 }, TestContext.Current.CancellationToken);
        var files = ResultFile.WriteAll(
            directory.Path,
            new BenchmarkStudy().Files(options, summaries, "hebb reproduce benchmark"),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(5, files.Count);
        Assert.All(files, file => Assert.True(new FileInfo(file).Length > 0, file));

        string page = File.ReadAllText(directory.PathOf("summary.md"));
        string[] rows = [.. page.Split('\n').Where(line => line.Contains("0/2", StringComparison.Ordinal))];
        Assert.Equal(5, rows.Length);
        Assert.StartsWith("| The toy \\| agent |", rows[0], StringComparison.Ordinal);
        Assert.StartsWith("| = Its twin |", rows[1], StringComparison.Ordinal);
        Assert.StartsWith("| Alone |", rows[2], StringComparison.Ordinal);
        Assert.Contains("## CartPole-v1\n\n600 environment steps a run.\n", page, StringComparison.Ordinal);

        string svg = File.ReadAllText(directory.PathOf("benchmark.svg"));
        XDocument.Parse(svg);
        Assert.Contains("Mean return of the last 100 training episodes (2 seeds)", svg, StringComparison.Ordinal);
        Assert.Contains("CartPole-v1", svg, StringComparison.Ordinal);
        Assert.Contains("Its twin", svg, StringComparison.Ordinal);

        using var learningCurve = new MemoryStream();
        new TrainingFigure(summaries[0]).WriteSvg(learningCurve);
        svg = Encoding.UTF8.GetString(learningCurve.ToArray());
        XDocument.Parse(svg);
        Assert.Contains("The toy | agent in CartPole-v0", svg, StringComparison.Ordinal);
        Assert.Contains("0 of 2 seeds solved", svg, StringComparison.Ordinal);
        Assert.Contains("solved: 195 over 100 episodes", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_without_an_episode_have_figures_too()
    {
        TrainedRun run = ToyTraining.Run(0, 10);
        run = run with { Record = run.Record with { Last100 = null, Episodes = 0 }, Episodes = [] };
        var summary = TrainingSummary.Of(
            new AgentPlan(
                ToyTraining.Catalogue[0],
                CatalogueSet.Standard.Environments.Find("Acrobot-v1"),
                RunBudget.OfSteps(3)
            ),
            [run]
        );
        using var stream = new MemoryStream();
        new TrainingFigure(summary).WritePng(stream);
        new BenchmarkFigure([summary]).WritePng(stream);
        Assert.InRange(stream.Length, 10_000, 1_000_000);
    }

    private static TrainingConfiguration Configuration() =>
        ToyTraining.Configuration(seeds: "0..1") with
        {
            Experiment = Benchmark.Name,
            Groups = Benchmark.Groups(
                [ToyTraining.Catalogue[0], ToyTraining.Catalogue[1], ToyTraining.Catalogue[3]],
                ["CartPole-v0", "CartPole-v1"],
                steps: 600
            ),
        };

    private static AgentEntry Entry(string name, string? twin = null) =>
        new(name, name, name, _ => throw new NotSupportedException()) { Twin = twin };
}
