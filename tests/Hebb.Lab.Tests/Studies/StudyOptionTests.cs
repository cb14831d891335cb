using System.ComponentModel.DataAnnotations;
using Hebb.Catalogues;
using Hebb.Lab.Configurations;
using Hebb.Lab.Studies;
using Hebb.Lab.Studies.Benchmarks;
using Hebb.Lab.Studies.Catalogue;

namespace Hebb.Lab.Tests.Studies;

public sealed class StudyOptionTests
{
    public static TheoryData<string> Studies => [.. All.Select(study => study.Name)];

    private static IEnumerable<Study> All =>
        [.. StudyCatalogue.Reproductions, .. StudyCatalogue.Checks(CatalogueSet.Standard)];

    [Theory, MemberData(nameof(Studies))]
    public void Every_option_of_a_study_can_be_given_and_is_told_in_the_help(string name)
    {
        Study study = All.Single(one => string.Equals(one.Name, name, StringComparison.Ordinal));
        Assert.NotEmpty(study.Options);
        Assert.Equal(
            study.Options.Length,
            study.Options.Select(option => option.Name).Distinct(StringComparer.Ordinal).Count()
        );
        Assert.All(study.Options, option => Assert.Matches("^--[a-z][a-z-]*[a-z]$", option.Name));
        Assert.All(
            study.Options,
            option =>
                Assert.True(
                    option.Names.Length > 0
                        ? option.Noun.Length > 0
                        : option.Standard is SeedSet || (option.Description.Length > 0 && HasBounds(option)),
                    option.Name
                )
        );
    }

    [Fact]
    public void What_stays_as_it_is_by_default_is_left_out_of_the_command_line() =>
        Assert.Equal(" --count 3", new Options().Arguments);

    [Fact]
    public void What_is_chosen_follows_from_the_declaration_alone()
    {
        var options = new Options();
        foreach ((var name, var value) in Given)
        {
            StudyOption option = StudyOption
                .AllOf(new Options())
                .Single(one => string.Equals(one.Name, name, StringComparison.Ordinal));
            option.Set(options, value);
        }

        Assert.Equal(["two", "three"], options.Things.Select(thing => thing.Name), StringComparer.Ordinal);
        Assert.Equal(" --count 7 --things two,three --sizes 2,5 --rate 0.5 --seeds 1..3", options.Arguments);
        Assert.Equal(
            """{"formatVersion":1,"things":["two","three"],"count":7,"sizes":[2,5],"rate":0.5,"seeds":"1..3"}""",
            options.ToJson().ToJsonString()
        );
    }

    [Fact]
    public void An_agent_that_was_asked_for_is_not_left_out_without_a_word()
    {
        var study = new BenchmarkStudy();
        BenchmarkOptions all = study.Check(new BenchmarkOptions { Environments = ["Acrobot-v1"] });
        Assert.InRange(all.Agents.Count, 1, Benchmark.Agents.Length - 1);
        var exception = Assert.Throws<StudyOptionException>(() =>
            study.Check(
                new BenchmarkOptions
                {
                    Agents = [.. Benchmark.Agents.Except(all.Agents).Take(1)],
                    Environments = ["Acrobot-v1"],
                }
            )
        );
        Assert.StartsWith("--envs Acrobot-v1: ", exception.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<(string Name, object Value)> Given =>
        [
            ("--count", 7),
            ("--things", (string[])["three", "two"]),
            ("--sizes", (double[])[2, 5]),
            ("--rate", 0.5),
            ("--seeds", SeedSet.Range(1, 3)),
        ];

    private static bool HasBounds(StudyOption option) => option.Range is not null || option.Choices.Length > 0;

    private sealed record Thing(string Name);

    private sealed record Options : StudyOptions
    {
        [StudyOption(Description = "How many.", IsAlwaysPrinted = true), Range(1, 10)]
        public int Count { get; init; } = 3;

        [StudyOption(Noun = "thing", RecordOrder = -1)]
        public IReadOnlyList<Thing> Things { get; init; } = [new("one"), new("two"), new("three")];

        [StudyOption(Description = "How large"), Range(1, 10)]
        public IReadOnlyList<int> Sizes { get; init; } = [1];

        [StudyOption(Description = "How fast."), Range(0, 1.0)]
        public double? Rate { get; init; }

        [StudyOption]
        public SeedSet Seeds { get; init; } = SeedSet.Range(0, 1);
    }
}
