using Hebb.Lab.Configurations;
using Hebb.Lab.Records;
using Hebb.Lab.Runs;
using Hebb.Lab.Studies.OpenLock;
using Hebb.Lab.Studies.OpenLock.Trials;

namespace Hebb.Lab.Tests.Studies.OpenLock;

public sealed class OpenLockStudyTests : IDisposable
{
    private static readonly RoomCondition Untrained = RoomCondition.All[0];
    private static readonly RoomCondition Congruent = RoomCondition.All.Single(one => one.Name == "CE3-CE4");

    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void Conditions_are_the_published_ones()
    {
        Assert.Equal(
            ["CC4", "CE4", "CC3-CC4", "CE3-CC4", "CE3-CE4", "CC3-CE4"],
            RoomCondition.All.Select(condition => condition.Name),
            StringComparer.Ordinal
        );
        Assert.Equal(
            ["CC3-CC4", "CE3-CE4"],
            RoomCondition.All.Where(condition => condition.IsCongruent).Select(condition => condition.Name),
            StringComparer.Ordinal
        );
        Assert.All(
            RoomCondition.All,
            condition =>
                Assert.Contains(
                    condition.Environment,
                    Hebb.Catalogues.CatalogueSet.Standard.Environments.Names,
                    StringComparer.Ordinal
                )
        );
    }

    [Fact]
    public void Protocols_have_as_many_trials_as_published()
    {
        RoomProtocol learning = RoomProtocol.OfLearning(RoomProtocol.PublishedIterations);
        Assert.Equal((1000, 2200), (learning.Trials(Untrained), learning.Trials(Congruent)));
        Assert.Equal((5, 7), (RoomProtocol.OfPeople.Trials(Untrained), RoomProtocol.OfPeople.Trials(Congruent)));
        Assert.Equal((700, 30), (learning.AttemptLimit, RoomProtocol.OfPeople.AttemptLimit));
        Assert.Equal((20, 1), (learning.EndIterations, RoomProtocol.OfLearning(9).EndIterations));
    }

    [Fact]
    public void Courses_are_told_of_their_beginning_and_end_in_rooms_of_the_test()
    {
        RoomLearner agent = Learner("random");
        var learning = new RoomGroup(agent, RoomProtocol.OfLearning(2), Congruent);

        // Two iterations over six rooms, then two over five; the last is the end.
        var course = new RoomRun(learning, 3, [.. Enumerable.Repeat(500, 12), 10, 20, 30, 40, 50, 5, 6, 7, 8, 9]);
        Assert.Equal((30, 7, true), (course.First, course.End, course.IsSolved));
        Assert.Equal((18.5, 18.5), (course.Whole, course.Transferred));
        Assert.Equal([500, 500, 30, 7], course.OfIterations());
        Assert.False((course with { Attempts = course.Attempts.SetItem(21, 700) }).IsSolved);

        var people = new RoomRun(learning with { Protocol = RoomProtocol.OfPeople }, 3, [9, 9, 9, 9, 9, 9, 30]);
        Assert.Equal((30, 30, false), (people.First, people.End, people.IsSolved));
        var baseline = new RoomRun(new(agent, RoomProtocol.OfPeople, Untrained), 3, [9, 8, 7, 6, 5]);
        Assert.Equal((9, 7, true), (baseline.First, baseline.End, baseline.IsSolved));
        Assert.Equal((7, 9), (baseline.Whole, baseline.Transferred));
    }

    [Fact]
    public void Learners_that_are_told_what_people_are_play_every_room_once()
    {
        var group = new RoomGroup(Learner("causal"), RoomProtocol.OfPeople, Congruent);
        var told = 0;
        var course = RoomRun.Play(group, seed: 4, () => told++, CancellationToken.None);
        Assert.Equal(7, told);
        Assert.Equal(7, course.Attempts.Length);
        Assert.All(course.Attempts, attempts => Assert.InRange(attempts, 2, 30));
        Assert.Equal(course.Attempts, RoomRun.Play(group, 4, () => { }, CancellationToken.None).Attempts);
        Assert.Throws<OperationCanceledException>(() =>
            RoomRun.Play(group, 4, () => { }, new CancellationToken(canceled: true))
        );
    }

    [Fact]
    public void Effects_are_differences_of_attempts()
    {
        RoomSummary[] summaries =
        [
            Summary("CE4", [20, 21, 22, 23]),
            Summary("CE3-CE4", [8, 9, 10, 11]),
            Summary("CC3-CE4", [14, 15, 16, 17]),
            Summary("CC3-CC4", [7, 7, 7, 7]),
        ];
        TransferEffect effect = Assert.Single(TransferEffect.Of(summaries));
        Assert.Equal("CE4", effect.Test);
        Assert.Equal(6, effect.OfCongruence.Mean, 12);
        Assert.InRange(6, effect.OfCongruence.Interval!.Value.Low, effect.OfCongruence.Interval.Value.High);
        Assert.Equal(12, effect.OfTraining!.Value.Mean, 12);
        Assert.Equal(6, effect.OfOtherTraining!.Value.Mean, 12);

        // Means 6 apart, variances 5/3 of four values each.
        Assert.Equal(6 / Math.Sqrt(2 * 5 / 3.0 / 4), effect.T, 12);
        Assert.Null(Assert.Single(TransferEffect.Of(summaries[1..])).OfTraining);
        Assert.Empty(TransferEffect.Of(summaries[..2]));
    }

    [Fact]
    public void A_small_study_goes_on_with_what_is_missing_and_gives_the_same_files()
    {
        var configuration = new RoomStudyOptions
        {
            Learners = [.. ((string[])["causal", "pruning", "ppo-ep", "random"]).Select(Learner)],
            Conditions =
            [
                .. ((string[])["CC4", "CE3-CC4", "CC3-CC4"]).Select(name =>
                    RoomCondition.All.Single(one => one.Name == name)
                ),
            ],
            Iterations = 1,
            Seeds = SeedSet.Range(0, 2),
        };
        string path = _temporary.New();
        using (var directory = ConfiguredDirectory.Open(path, configuration))
        {
            var study = new RoomExperiment(directory);
            Assert.Equal((0, 2 * 2 * 3 * 3), (study.FinishedCount, study.RunCount));
            var summaries = study.Run(new RunOptions { Jobs = 2 });
            Assert.Equal(study.Groups, summaries.Select(summary => summary.Group));
            Assert.All(study.Progress, group => Assert.True(group.IsFinished));
            foreach (RoomSummary summary in summaries)
            {
                Assert.All(
                    summary.Runs,
                    course =>
                        Assert.Equal(summary.Group.Protocol.Trials(summary.Group.Condition), course.Attempts.Length)
                );
            }

            // Chance finds nothing within what people have; who thinks of causes does.
            Assert.Equal(30, End(summaries, "random", "CC4"), 0.5);
            Assert.InRange(End(summaries, "causal", "CC4"), 3, 15);
            Write(directory, summaries);
        }

        string[] files = ["runs.csv", "iterations.csv", "summary.csv", "transfer.csv", "summary.md"];
        var before = files.Select(file => File.ReadAllText(Path.Combine(path, file))).ToArray();
        Assert.Equal(1 + 18, before[2].TrimEnd('\n').Split('\n').Length);
        Assert.Equal(1 + (18 * 3), before[0].TrimEnd('\n').Split('\n').Length);
        foreach (string name in (string[])["openlock.png", "openlock.svg", "learning.png", "learning.svg"])
        {
            Assert.True(new FileInfo(Path.Combine(path, name)).Length > 5_000, name);
        }

        Directory.Delete(Path.Combine(path, "runs", "learning", "CC4", "random"), recursive: true);
        using (var directory = ConfiguredDirectory.Open(path, configuration))
        {
            var study = new RoomExperiment(directory);
            Assert.Equal(36 - 3, study.FinishedCount);
            Write(directory, study.Run(new RunOptions { Jobs = 1 }));
        }

        Assert.Equal(before, files.Select(file => File.ReadAllText(Path.Combine(path, file))), StringComparer.Ordinal);
        var exception = Assert.Throws<RecordException>(() =>
            ConfiguredDirectory.Open(path, configuration with { Iterations = 2 })
        );
        Assert.Contains("iterations is 1 there and 2 now", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Learners_have_names_of_their_own()
    {
        Assert.Equal(
            RoomLearner.All.Length,
            RoomLearner.All.Select(learner => learner.Name).Distinct(StringComparer.Ordinal).Count()
        );
    }

    private static void Write(ConfiguredDirectory<RoomStudyOptions> directory, IReadOnlyList<RoomSummary> summaries) =>
        ResultFile.WriteAll(
            directory.Path,
            new OpenLockStudy().Files(directory.Configuration, summaries, "hebb reproduce openlock"),
            TestContext.Current.CancellationToken
        );

    private static RoomLearner Learner(string name) => RoomLearner.All.Single(learner => learner.Name == name);

    private static double End(IReadOnlyList<RoomSummary> summaries, string learner, string condition) =>
        summaries
            .First(summary =>
                summary.Group.Learner.Name == learner
                && summary.Group.Condition.Name == condition
                && summary.Group.Protocol == RoomProtocol.OfPeople
            )
            .End.Mean;

    private static RoomSummary Summary(string condition, int[] attempts)
    {
        var group = new RoomGroup(
            Learner("causal"),
            RoomProtocol.OfPeople,
            RoomCondition.All.Single(one => one.Name == condition)
        );
        return new RoomSummary(
            group,
            [
                .. attempts.Select(
                    (number, seed) =>
                        new RoomRun(
                            group,
                            (ulong)seed,
                            [.. Enumerable.Repeat(number, RoomProtocol.OfPeople.Trials(group.Condition))]
                        )
                ),
            ]
        );
    }
}
