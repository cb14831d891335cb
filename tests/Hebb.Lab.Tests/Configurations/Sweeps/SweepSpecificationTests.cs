using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CsCheck;
using Hebb.Lab.Configurations.Files;
using Hebb.Lab.Configurations.Sweeps;

namespace Hebb.Lab.Tests.Configurations.Sweeps;

public sealed class SweepSpecificationTests
{
    [Fact]
    public void A_grid_is_every_combination_the_last_axis_fastest()
    {
        SweepSpecification sweep = Read("""{"grid": {"agent.a": [1, 2], "agent.b": ["x", "y", "z"]}}""");
        Assert.Equal(["1 x", "1 y", "1 z", "2 x", "2 y", "2 z"], sweep.Trials().Select(Text), StringComparer.Ordinal);
        Assert.Equal(["1 x", "1 y"], sweep.Trials(2).Select(Text), StringComparer.Ordinal);
        Assert.Equal(6, sweep.Trials(100).Count);
        Assert.Equal(["agent.a", "agent.b"], sweep.Axes);
    }

    [Fact]
    public void A_list_goes_with_every_combination_of_the_grid()
    {
        SweepSpecification sweep = Read(
            """{"grid": {"agent.a": [1, 2]}, "list": [{"agent.name": "p"}, {"agent.name": "q", "agent.c": null}]}"""
        );
        Assert.Equal(["1 p", "1 q null", "2 p", "2 q null"], sweep.Trials().Select(Text), StringComparer.Ordinal);
        Assert.Equal(["agent.a", "agent.name", "agent.c"], sweep.Axes);
    }

    [Fact]
    public void More_trials_never_change_the_earlier_ones_and_another_seed_changes_all()
    {
        SweepSpecification sweep = Read(Random(seed: 0, trials: 10));
        var ten = sweep.Trials().Select(Text).ToArray();
        Assert.Equal(10, ten.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(ten, sweep.Trials(40).Take(10).Select(Text), StringComparer.Ordinal);
        Assert.Equal(ten, Read(Random(seed: 0, trials: 99)).Trials(10).Select(Text), StringComparer.Ordinal);
        Assert.Empty(ten.Intersect(Read(Random(seed: 1, trials: 10)).Trials().Select(Text), StringComparer.Ordinal));
    }

    [Fact]
    public void Each_combination_has_a_draw_and_begins_anew_where_more_trials_are_asked_for()
    {
        SweepSpecification sweep = Read(
            """{"grid": {"agent.a": [1, 2]}, "random": {"agent.b": {"uniform": [0, 1]}}}"""
        );
        Assert.Equal(2, sweep.Count);
        var trials = sweep.Trials(6);
        Assert.Equal(
            ["1", "2", "1", "2", "1", "2"],
            trials.Select(trial => trial[0].Value!.ToJsonString()),
            StringComparer.Ordinal
        );
        Assert.Equal(
            6,
            trials.Select(trial => trial[1].Value!.ToJsonString()).Distinct(StringComparer.Ordinal).Count()
        );
    }

    [Fact]
    public void Draws_lie_between_the_ends_and_reach_all_choices()
    {
        Gen.Select(Gen.Double[-1e3, 1e3], Gen.Double[1e-9, 1e3], Gen.Double[1e-6, 1], Gen.Int[0, 1000])
            .Sample(
                (low, width, least, seed) =>
                {
                    FormattableString text =
                        $"{{\"random\": {{\"a\": {{\"uniform\": [{low:R}, {low + width:R}]}}, \"b\": {{\"logUniform\": [{least:R}, {least * 100:R}]}}, \"c\": {{\"integer\": [-2, 2]}}}}, \"trials\": 60, \"seed\": {seed}}}";
                    var trials = Read(FormattableString.Invariant(text)).Trials();
                    Assert.All(trials, trial => Assert.InRange((double)trial[0].Value!, low, low + width));
                    Assert.All(trials, trial => Assert.InRange((double)trial[1].Value!, least, least * 100));
                    Assert.Equal([-2, -1, 0, 1, 2], trials.Select(trial => (long)trial[2].Value!).Distinct().Order());
                },
                iter: 30
            );
        double[] logarithms =
        [
            .. Read("""{"random": {"a": {"logUniform": [1e-4, 1]}}, "trials": 2000}""")
                .Trials()
                .Select(trial => Math.Log10((double)trial[0].Value!)),
        ];
        Assert.Equal(-2, logarithms.Average(), 0.1);
    }

    [Fact]
    public void Halving_has_its_factor_and_its_first_part()
    {
        Assert.Null(Read("""{"grid": {"a": [1]}}""").Halving);
        SweepHalving halving = Read("""{"grid": {"a": [1]}, "halving": {"factor": 4}}""").Halving!;
        Assert.Equal(4, halving.Factor);
        Assert.Equal(0.1, halving.First);
    }

    private static string Random(int seed, int trials) =>
        $$$"""
            {"random": {"agent.b": {"choice": [1, 2, 3]}, "agent.a": {"logUniform": [0.001, 1]}}, "seed": {{{seed}}}, "trials": {{{trials}}}}
            """;

    private static string Text(ImmutableArray<(string Path, JsonNode? Value)> trial) =>
        string.Join(' ', trial.Select(value => value.Value?.ToString() ?? "null"));

    private static SweepSpecification Read(string text)
    {
        JsonObject file = ExperimentFile.Of("random", "CartPole-v1").Configuration.Json;
        file["sweep"] = JsonNode.Parse(text);
        using var directory = new TemporaryDirectory();
        var path = directory.New("sweep.json");
        File.WriteAllText(path, file.ToJsonString());
        return ExperimentFile.Load(path).Sweep!;
    }
}
