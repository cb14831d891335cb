using System.Text.Json.Nodes;
using Hebb.Lab.Catalogue;

namespace Hebb.Lab.Tests.Catalogue;

public sealed class RunCatalogueTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    private string Store => _temporary.New();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void Runs_are_found_at_any_depth_in_the_order_of_folder_and_seed()
    {
        foreach (int seed in new[] { 10, 2, 1 })
        {
            new SyntheticRun { Seed = seed }.Write(Path.Combine(Store, "deep", "down"));
        }

        RunCatalogue catalogue = RunCatalogue.Read([Store], "nowhere");
        Assert.Equal([1ul, 2, 10], catalogue.Runs.Select(run => run.Record.Seed));
        Assert.All(catalogue.Runs, run => Assert.Equal(RunState.Finished, run.State));
        Assert.Same(catalogue.Runs[0].Settings, catalogue.Runs[2].Settings);
        Assert.Equal("0.2", catalogue.Runs[0].Settings.Find("agent.actor.beta")?.Text);
        Assert.Empty(catalogue.Damaged);
    }

    [Fact]
    public void A_place_may_be_a_folder_of_any_kind_or_the_beginning_of_a_name()
    {
        var run = new SyntheticRun();
        string folder = run.Write(Store);
        new SyntheticRun { Seed = 1 }.Write(Store);
        new SyntheticRun { Name = "other", Steps = 5000 }.Write(Store);
        Assert.Single(RunCatalogue.Read([folder], Store).Runs);
        Assert.Single(RunCatalogue.Read([Path.Combine(folder, "run.json")], Store).Runs);
        Assert.Equal(2, RunCatalogue.Read([Path.Combine(Store, run.Folder)], Store).Runs.Length);
        Assert.Equal(2, RunCatalogue.Read([run.Folder], Store).Runs.Length);
        Assert.Equal(2, RunCatalogue.Read([run.Name], Store).Runs.Length);
        Assert.Equal(2, RunCatalogue.Read(["ppo"], Store).Runs.Length);
        Assert.Equal(3, RunCatalogue.Read([Store, "ppo", folder], Store).Runs.Length);
    }

    [Fact]
    public void What_is_no_place_is_refused_in_one_line()
    {
        new SyntheticRun().Write(Store);
        new SyntheticRun { Name = "ppo-CartPole-v1", Agent = "ppo" }.Write(Store);
        Directory.CreateDirectory(Path.Combine(Store, "empty"));
        AssertRefused(["nothing-here"], "nothing-here: no such folder, and no folder in ");
        AssertRefused(["ppo"], "ppo: 2 folders in ");
        AssertRefused(["empty"], "empty holds no run");
        AssertRefused([""], "a name or path of runs is empty");
    }

    [Fact]
    public void Damaged_runs_are_told_of_and_refused_where_they_are_named()
    {
        new SyntheticRun().Write(Store);
        string cut = Damage(1, "{\"agent\":");
        string foreign = Damage(2, "{\"name\":\"something else\"}");
        string old = Damage(
            3,
            File.ReadAllText(Path.Combine(new SyntheticRun { Seed = 4 }.Write(Store), "run.json"))
                .Replace("\"formatVersion\":3", "\"formatVersion\":1", StringComparison.Ordinal)
        );
        RunCatalogue catalogue = RunCatalogue.Read([Store], Store);
        Assert.Equal(2, catalogue.Runs.Length);
        Assert.Equal([cut, foreign, old], catalogue.Damaged.Select(run => run.Folder), StringComparer.Ordinal);
        Assert.Contains("format version is 1", catalogue.Damaged[2].Reason, StringComparison.Ordinal);
        Assert.All(catalogue.Damaged, run => Assert.DoesNotContain('\n', run.Reason));
        AssertRefused([cut], $"{cut} is no folder of a run that can be read: ");
        AssertRefused([Store, cut], $"{cut} is no folder of a run that can be read: ");
    }

    [Fact]
    public void Who_says_that_he_runs_without_holding_his_folder_was_interrupted()
    {
        string folder = new SyntheticRun { Status = "running", Progress = 0.5 }.Write(Store);
        Assert.Equal(RunState.Interrupted, RunCatalogue.Read([folder], Store).Runs[0].State);
        using (
            new FileStream(Path.Combine(folder, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None)
        )
        {
            Assert.Equal(RunState.Running, RunCatalogue.Read([folder], Store).Runs[0].State);
        }

        Assert.Equal(RunState.Interrupted, RunCatalogue.Read([folder], Store).Runs[0].State);
    }

    [Fact]
    public void The_runs_of_a_sweep_are_found_through_it()
    {
        string sweep = SyntheticSweep.Write(Store, trials: 4, seeds: 2);
        new SyntheticRun { Name = "apart" }.Write(Store);
        Assert.Equal(8, RunCatalogue.Read([sweep], Store).Runs.Length);
        Assert.Equal(8, RunCatalogue.Read(["rates-sweep"], Store).Runs.Length);
        File.WriteAllText(Path.Combine(sweep, "sweep.json"), "{}");
        AssertRefused([sweep], $"{Path.Combine(sweep, "sweep.json")} is not the record of a sweep");
    }

    [Fact]
    public void States_tell_what_befell_runs()
    {
        new SyntheticRun { DivergedAt = 500, Collapsed = true }.Write(Store);
        Assert.Equal("finished, diverged, collapsed", RunCatalogue.Read([Store], Store).Runs[0].StateText);
    }

    [Fact]
    public void Labels_say_what_differs_as_shortly_as_may_be()
    {
        Write(new JsonObject());
        Assert.Equal(["ppo-ep"], Labels(), StringComparer.Ordinal);
        Write(new() { ["agent.actor.beta"] = 0.1 });
        Assert.Equal(["actor.beta=0.1", "actor.beta=0.2"], Labels(), StringComparer.Ordinal);
        Write(new() { ["agent.actor.beta"] = 0.1, ["agent.learningRate"] = 0.01 });
        Assert.Equal(
            [
                "learningRate=0.003 actor.beta=0.1",
                "learningRate=0.003 actor.beta=0.2",
                "learningRate=0.01 actor.beta=0.1",
            ],
            Labels(),
            StringComparer.Ordinal
        );
        new SyntheticRun { Agent = "ppo", Name = "ppo" }.Write(Store);
        Assert.Contains("ppo", Labels(), StringComparer.Ordinal);
        Assert.Contains("ppo-ep learningRate=0.01 actor.beta=0.1", Labels(), StringComparer.Ordinal);
    }

    [Fact]
    public void Settings_that_vary_together_are_told_once()
    {
        Write(new() { ["agent.actor.beta"] = 0.1, ["agent.critic.beta"] = 0.1 });
        Write(new() { ["agent.actor.beta"] = 0.3, ["agent.critic.beta"] = 0.3 });
        Assert.Equal(["beta=0.1", "beta=0.3"], Labels(), StringComparer.Ordinal);
    }

    [Fact]
    public void Labels_are_of_the_environment()
    {
        foreach (string environment in new[] { "CartPole-v1", "Acrobot-v1" })
        {
            new SyntheticRun { Environment = environment }.Write(Store);
            new SyntheticRun { Environment = environment, Agent = "ppo" }.Write(Store);
        }

        Assert.Equal(["ppo", "ppo", "ppo-ep", "ppo-ep"], Labels(), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("agent=ppo", 2)]
    [InlineData("agent!=ppo", 1)]
    [InlineData("seed>0", 1)]
    [InlineData("seed>=0", 3)]
    [InlineData("seed<=0", 2)]
    [InlineData("agent.actor.beta=0.2", 3)]
    [InlineData("agent.learningRate<0.001", 0)]
    [InlineData("status=finished", 3)]
    [InlineData("status=diverged", 1)]
    [InlineData("status=running", 0)]
    [InlineData("agent=dqn", 0)]
    [InlineData("seed = 1", 1)]
    [InlineData("seed=1e0", 1)]
    [InlineData("agent.actor.activation=tanh", 3)]
    [InlineData("diagnostics=true", 0)]
    [InlineData("failure=", 3)]
    [InlineData("solved_at=", 3)]
    [InlineData("solved_at>0", 0)]
    public void Filters_choose_runs(string text, int count)
    {
        new SyntheticRun { DivergedAt = 5 }.Write(Store);
        new SyntheticRun { Agent = "ppo" }.Write(Store);
        new SyntheticRun { Agent = "ppo", Seed = 1 }.Write(Store);
        var runs = RunCatalogue.Read([Store], Store).Runs;
        Assert.Equal(count, RunFilter.Apply(runs, [RunFilter.Parse(text)]).Count());
    }

    [Theory]
    [InlineData("agent=ppo-e", "no run has agent ppo-e; did you mean ppo-ep? known are ppo, ppo-ep")]
    [InlineData("agent!=PPO", "no run has agent PPO; did you mean ppo? known are ppo, ppo-ep")]
    [InlineData("environment=CartPole", "no run has environment CartPole; did you mean CartPole-v1?")]
    [InlineData("experiment=ppo-CartPole", "no run has experiment ppo-CartPole; did you mean ppo-CartPole-v1?")]
    [InlineData(
        "status=Finished",
        "no run has status Finished; did you mean finished? known are running, interrupted,"
    )]
    [InlineData("agent.actor.activation=tan", "no run has agent.actor.activation tan; did you mean tanh?")]
    [InlineData("diagnostics=no", "no run has diagnostics no; known are false, true")]
    [InlineData("agent>3", "agent is no number; = and != compare texts")]
    [InlineData("seed=first", "'first' is no number; seed is one")]
    [InlineData("last100=NaN", "'NaN' is no number; last100 is one")]
    [InlineData("seed=1.5", "seed is a whole number")]
    public void Filters_that_no_run_can_fulfil_are_refused(string text, string expected)
    {
        new SyntheticRun().Write(Store);
        new SyntheticRun { Agent = "ppo", Name = "ppo-CartPole-v1" }.Write(Store);
        var runs = RunCatalogue.Read([Store], Store);
        Assert.StartsWith(
            $"--filter '{text}': {expected}",
            Assert.Throws<RecordException>(() => runs.Where([RunFilter.Parse(text)])).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("agent==ppo", "agent=ppo may be meant")]
    [InlineData("seed=>2", "seed>=2 may be meant")]
    [InlineData("seed=<2", "seed<=2 may be meant")]
    [InlineData("seed<>2", "seed!=2 may be meant")]
    [InlineData("seed!2", "seed!=2 may be meant")]
    [InlineData("seed>>2", "seed>2 may be meant")]
    [InlineData("last100>NaN", "'NaN' is no number: > compares numbers, as in last100>400")]
    [InlineData("last100<Infinity", "'Infinity' is no number")]
    public void Relations_that_there_are_not_are_refused_with_what_may_be_meant(string text, string expected) =>
        Assert.Contains(
            expected,
            Assert.Throws<FormatException>(() => RunFilter.Parse(text)).Message,
            StringComparison.Ordinal
        );

    // Doubles cannot tell these apart.
    [Theory]
    [InlineData("seed=9007199254740993", 9007199254740993)]
    [InlineData("seed>9007199254740993", 999999999999999999)]
    [InlineData("seed<9007199254740993", 9007199254740992)]
    public void Great_seeds_are_exact(string text, ulong expected)
    {
        foreach (var seed in (long[])[9007199254740993, 9007199254740992, 999999999999999999])
        {
            new SyntheticRun { Seed = seed }.Write(Store);
        }

        RunCatalogue catalogue = RunCatalogue.Read([Store], Store);
        Assert.Equal(expected, Assert.Single(catalogue.Where([RunFilter.Parse(text)]).Runs).Record.Seed);
        RunColumn column = RunColumn.Find("seed", catalogue.Runs);
        Assert.Equal(
            ["9007199254740992", "9007199254740993", "999999999999999999"],
            catalogue.Runs.Select(column.Of).Order(RunValue.Order).Select(value => value.Text),
            StringComparer.Ordinal
        );
    }

    [Fact]
    public void Keys_that_mean_nothing_or_too_much_are_refused()
    {
        new SyntheticRun().Write(Store);
        var runs = RunCatalogue.Read([Store], Store).Runs;
        Assert.Contains(
            "agent.actor.beta, agent.critic.beta",
            Assert.Throws<RecordException>(() => RunColumn.Find("agent.beta", runs)).Message,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "foo is neither a column",
            Assert.Throws<RecordException>(() => RunColumn.Find("foo", runs)).Message,
            StringComparison.Ordinal
        );
        Assert.Equal("tanh", RunColumn.Find("agent.activation", runs).Of(runs[0]).Text);
        Assert.Throws<FormatException>(() => RunFilter.Parse("last100>much"));
        Assert.Throws<FormatException>(() => RunFilter.Parse("last100"));
        Assert.Throws<FormatException>(() => RunFilter.Parse("=3"));
    }

    private void Write(JsonObject settings) => new SyntheticRun { Settings = settings }.Write(Store);

    private string[] Labels() =>
        [
            .. ConfigurationRuns
                .Of(RunCatalogue.Read([Store], Store).Runs)
                .Select(one => one.Label)
                .Order(StringComparer.Ordinal),
        ];

    private string Damage(int seed, string content)
    {
        string folder = Path.Combine(Store, "zz", $"seed-{seed}");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "run.json"), content);
        return folder;
    }

    [Fact]
    public void Runs_without_settings_have_labels_that_say_what_they_were_made_for()
    {
        WriteUndescribed("reward", "first", steps: 500);
        WriteUndescribed("reward", "second", steps: 1000);
        new SyntheticRun { Agent = "ppo", Name = "plain" }.Write(Store);
        Assert.Equal(
            ["ppo", "reward steps=1000", "reward steps=500"],
            Labels().Order(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
        new SyntheticRun { Agent = "reward", Name = "third" }.Write(Store);
        Assert.Equal(
            ["ppo", "reward", "reward of first steps=500", "reward of second steps=1000"],
            Labels().Order(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
    }

    private void WriteUndescribed(string agent, string experiment, int steps)
    {
        string folder = new SyntheticRun
        {
            Agent = agent,
            Name = experiment,
            Steps = steps,
        }.Write(Store);
        string file = Path.Combine(folder, "run.json");
        JsonNode record = JsonNode.Parse(File.ReadAllText(file))!;
        record["configuration"] = null;
        record["hash"] = "";
        File.WriteAllText(file, SyntheticRun.Sealed(record));
    }

    private void AssertRefused(string[] places, string expected)
    {
        string[] inStore = Array.ConvertAll(places, place => place == "empty" ? Path.Combine(Store, place) : place);
        string message = Assert.Throws<RecordException>(() => RunCatalogue.Read(inStore, Store)).Message;
        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }
}
