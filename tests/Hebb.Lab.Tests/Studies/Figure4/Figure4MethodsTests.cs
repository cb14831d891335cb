using Hebb.Catalogues;
using Hebb.Lab.Configurations;
using Hebb.Lab.Configurations.Files;
using Hebb.Lab.Records;
using Hebb.Lab.Runs;
using Hebb.Lab.Studies.Figure4;
using Hebb.Report;

namespace Hebb.Lab.Tests.Studies.Figure4;

public sealed class Figure4MethodsTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    public static TheoryData<string> Panels { get; } = [.. Figure4Methods.Panels];

    public static TheoryData<string> Agents { get; } =
    [.. Figure4Methods.All.Where(method => method.Report is null).Select(method => method.Name)];

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void Names_are_unique_and_every_method_of_the_report_is_shown()
    {
        Assert.Distinct(Figure4Methods.All.Select(method => method.Name), StringComparer.Ordinal);
        Assert.Equal(
            ReportMethods.All.Select(method => method.Name).Order(StringComparer.Ordinal),
            Figure4Methods
                .All.Where(method => method.Report is not null)
                .Select(method => method.Name)
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal("random", Assert.Single(Figure4Methods.All, method => method.IsReference).Name);
    }

    [Theory]
    [MemberData(nameof(Panels))]
    public void Every_panel_has_the_rule_as_published_as_coded_made_to_work_and_its_twin(string panel)
    {
        (MethodRole Role, Figure4Method Method)[] lines =
        [
            .. Figure4Methods
                .All.SelectMany(method => method.Places.Select(place => (place, method)))
                .Where(line => line.place.Panel == panel)
                .Select(line => (line.place.Role, line.method)),
        ];
        MethodRole[] needed = [MethodRole.Published, MethodRole.Coded, MethodRole.Working, MethodRole.Twin];
        Assert.Superset(needed.ToHashSet(), lines.Select(line => line.Role).ToHashSet());
        string working = Assert.Single(lines, line => line.Role is MethodRole.Working).Method.Name;
        Assert.Equal(
            CatalogueSet.Standard.Agents.Find(working).Twin,
            Assert.Single(lines, line => line.Role is MethodRole.Twin).Method.Name
        );
    }

    [Fact]
    public void The_experiment_file_plays_every_method_once()
    {
        ExperimentFile file = Own();
        Assert.Equal(
            Figure4Methods.All.Select(method => method.Agent).Order(StringComparer.Ordinal),
            file.Sweep!.Trials()
                .Select(trial => ((AgentConfiguration)file.Resolve(trial)).Agent.Name)
                .Order(StringComparer.Ordinal)
        );
        var standard = new Figure4Options();
        Assert.Equal(standard.Seeds.ToString(), file.Seeds.ToString());
        Assert.Equal(standard.Episodes, file.AgentConfiguration.Episodes);
    }

    // Nothing is tuned for the figure: an agent of it is the one of the benchmark, in the same environment, for as many steps.
    [Theory]
    [MemberData(nameof(Agents))]
    public void Agents_are_as_the_catalogue_has_them(string name)
    {
        ExperimentFile file = Own();
        var played = (AgentConfiguration)
            file.Resolve(file.Sweep!.Trials().Single(trial => trial.Any(value => $"{value.Value}" == name)));
        AgentConfiguration usual = ExperimentFile.Of(name, "CartPole-v0").AgentConfiguration;
        foreach (var part in (string[])["agent", "environment", "budget"])
        {
            Assert.Equal($"{usual.Json[part]}", $"{played.Json[part]}");
        }
    }

    [Theory]
    [InlineData(1000, 50_000)]
    [InlineData(500, 25_000)]
    [InlineData(2000, 100_000)]
    [InlineData(1, 2000)]
    public void Agents_learn_their_budget_in_proportion_to_the_episodes(int episodes, long steps) =>
        Assert.Equal(steps, new Figure4Options { Episodes = episodes }.StepsOf(50_000));

    [Fact]
    public void Even_the_shortest_run_of_every_agent_has_an_episode()
    {
        Figure4Options options = Toy.Configuration(seeds: 2, episodes: 1) with
        {
            Methods = [.. Figure4Methods.All.Where(method => method.Report is null)],
        };
        using var directory = ConfiguredDirectory.Open(_temporary.New(), options);
        var findings = Figure4Findings.Of(
            options,
            ReportExperiment.Prepare(directory).Run(new RunOptions { Jobs = 2 })
        );
        Assert.All(findings.Runs, runs => Assert.All(runs, run => Assert.NotEmpty(run.Returns)));
    }

    private static ExperimentFile Own()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Hebb.slnx")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return ExperimentFile.Load(Path.Combine(folder, "experiments", "figure4.json"));
    }
}
