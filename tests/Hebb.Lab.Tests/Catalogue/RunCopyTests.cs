using System.Text.Json.Nodes;
using Hebb.Lab.Catalogue;

namespace Hebb.Lab.Tests.Catalogue;

public sealed class RunCopyTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    private string Store => _temporary.New();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void A_backup_of_a_run_is_counted_once_and_named()
    {
        var folder = new SyntheticRun().Write(Store);
        new SyntheticRun { Seed = 1 }.Write(Store);
        var backup = Path.Combine(Store, "a backup", "seed-0");
        Copy(folder, backup);
        RunCatalogue catalogue = RunCatalogue.Read([Store], Store);
        Assert.Equal([0ul, 1], catalogue.Runs.Select(run => run.Record.Seed));
        RunCopy copy = Assert.Single(catalogue.Copies);
        Assert.Equal(new RunCopy(backup, folder), copy);
        Assert.Equal(
            $"counted once: 1 folder with runs that are there more than once, such as {backup}, which is a copy of {folder}",
            Assert.Single(catalogue.Omissions),
            ignoreCase: false
        );
    }

    [Fact]
    public void Of_copies_counts_the_one_that_came_furthest()
    {
        var whole = new SyntheticRun { Progress = 1 }.Write(Store);
        var earlier = new SyntheticRun { Progress = 0.5, Status = "stopped" }.Write(
            Path.Combine(Store, "an earlier one")
        );
        RunCatalogue catalogue = RunCatalogue.Read([Store], Store);
        Assert.Equal(whole, Assert.Single(catalogue.Runs).Folder, ignoreCase: false);
        Assert.Equal(new RunCopy(earlier, whole), Assert.Single(catalogue.Copies));
        Assert.Empty(catalogue.Where([RunFilter.Parse("status=stopped")]).Runs);
    }

    [Fact]
    public void A_link_to_what_is_there_gives_no_run_twice_and_never_counts()
    {
        var run = new SyntheticRun();
        var folder = run.Write(Store);
        new SyntheticRun { Seed = 1 }.Write(Store);
        Link("a link to a run", folder);
        Link("a link to seeds", Path.Combine(Store, run.Folder));
        RunCatalogue catalogue = RunCatalogue.Read([Store], Store);
        Assert.Equal(2, catalogue.Runs.Length);
        Assert.All(catalogue.Runs, one => Assert.DoesNotContain("link", one.Folder, StringComparison.Ordinal));
        Assert.Equal(
            [
                new(Path.Combine(Store, "a link to a run"), folder),
                new(Path.Combine(Store, "a link to seeds", "seed-0"), folder),
                new(Path.Combine(Store, "a link to seeds", "seed-1"), catalogue.Runs[1].Folder),
            ],
            catalogue.Copies
        );
    }

    // Each of these was followed until the system had enough, some forty times.
    [Fact]
    public void Links_in_circles_end()
    {
        new SyntheticRun().Write(Store);
        Link("self", Store);
        Link("relative", Path.Combine("..", Path.GetFileName(Store)));
        Link("one", Path.Combine(Store, "other"));
        Link("other", Path.Combine(Store, "one"));
        RunCatalogue catalogue = RunCatalogue.Read([Store], Store);
        Assert.Single(catalogue.Runs);
        Assert.Equal(2, catalogue.Copies.Length);
    }

    [Fact]
    public void What_links_alone_lead_to_is_found_by_them()
    {
        new SyntheticRun().Write(Store);
        var elsewhere = _temporary.New("elsewhere");
        new SyntheticRun { Seed = 1 }.Write(elsewhere);
        Link("linked", elsewhere);
        RunCatalogue catalogue = RunCatalogue.Read([Store], Store);
        Assert.Equal(2, catalogue.Runs.Length);
        Assert.Empty(catalogue.Copies);

        // Named both ways, it is one run all the same.
        Assert.Equal(2, RunCatalogue.Read([Store, elsewhere], Store).Runs.Length);
        Assert.Equal(2, RunCatalogue.Read([elsewhere, Store], Store).Runs.Length);
    }

    [Fact]
    public void Experiments_of_one_configuration_are_one_run_until_one_is_asked_for()
    {
        new SyntheticRun { Name = "first" }.Write(Store);
        new SyntheticRun { Name = "second" }.Write(Store);
        RunCatalogue catalogue = RunCatalogue.Read([Store], Store);
        Assert.Equal("first", Assert.Single(catalogue.Runs).Record.Experiment, ignoreCase: false);
        Assert.Equal(
            "second",
            Assert.Single(catalogue.Where([RunFilter.Parse("experiment=second")]).Runs).Record.Experiment,
            ignoreCase: false
        );
    }

    [Fact]
    public void Other_seeds_and_settings_are_no_copies()
    {
        for (var seed = 0; seed < 3; seed++)
        {
            new SyntheticRun { Seed = seed }.Write(Store);
            new SyntheticRun
            {
                Seed = seed,
                Settings = new JsonObject { ["agent.actor.beta"] = 0.7 },
            }.Write(Store);
        }

        RunCatalogue catalogue = RunCatalogue.Read([Store], Store);
        Assert.Equal(6, catalogue.Runs.Length);
        Assert.Empty(catalogue.Omissions);
    }

    private void Link(string name, string target) => Directory.CreateSymbolicLink(Path.Combine(Store, name), target);

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }
}
