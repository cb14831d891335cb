using Hebb.Lab.Records;
using Hebb.Lab.Runs;
using Hebb.Lab.Studies.Figure4;
using Hebb.Lab.Training;

namespace Hebb.Lab.Tests.Studies.Figure4;

public sealed class ReportExperimentTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void Returns_are_the_same_bytes_however_many_runs_go_at_a_time()
    {
        var one = Run("one", jobs: 1);
        Assert.Equal(one, Run("two", jobs: 2));
        Assert.Equal(one, Run("four", jobs: 4));
    }

    [Fact]
    public void A_continued_experiment_equals_an_uninterrupted_one()
    {
        var whole = Run("whole", jobs: 1);
        using (var stop = new CancellationTokenSource())
        {
            using var directory = Open("parts", Toy.Configuration() with { Methods = Cancelling(stop, afterRuns: 4) });
            TrainingExperiment experiment = ReportExperiment.Prepare(directory);
            Assert.ThrowsAny<OperationCanceledException>(() => experiment.Run(new RunOptions(), stop.Token));
            Assert.Equal(4, experiment.FinishedCount);
            Assert.False(File.Exists(directory.PathOf("returns.csv")));
        }

        Assert.Equal(whole, Run("parts", jobs: 2));
    }

    [Fact]
    public void A_finished_experiment_is_not_run_again()
    {
        var first = Run("out", jobs: 2);
        var run = Path.Combine(_temporary.New("out"), "runs", "learner", "seed-5", "run.json");
        DateTime written = File.GetLastWriteTimeUtc(run);
        Assert.Equal(first, Run("out", jobs: 2));
        Assert.Equal(written, File.GetLastWriteTimeUtc(run));
    }

    [Fact]
    public void Every_file_is_written_whole_and_divergence_is_recorded()
    {
        Run("out", jobs: 2);
        string[] names = [.. Directory.GetFiles(_temporary.New("out")).Select(file => Path.GetFileName(file)!)];
        string[] expected =
        [
            "returns.csv",
            "summary.csv",
            "summary.md",
            "figure4.png",
            "figure4.svg",
            "configuration.json",
            ".lock",
        ];
        Assert.Equal(expected.Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));

        using var directory = Open("out", Toy.Configuration());
        MethodRun[] runs = [.. Findings(directory, jobs: 1).Runs.Select(of => of[0])];
        Assert.Equal(3, runs[2].DivergedAtEpisode);
        Assert.Null(runs[0].DivergedAtEpisode);
        Assert.All(runs, run => Assert.Equal(25, run.Returns.Length));
    }

    [Fact]
    public void What_a_run_throws_reaches_the_caller()
    {
        ReadOnlySpan<string> names = ["learner", "second", "diverging"];
        var failing = names
            .ToArray()
            .Select(name => Toy.Method(name, _ => throw new InvalidOperationException("broken agent")))
            .ToList();
        using var directory = Open("out", Toy.Configuration() with { Methods = failing });
        Assert.Equal(
            "broken agent",
            Assert.Throws<InvalidOperationException>(() => Findings(directory, jobs: 2)).Message
        );
    }

    // The toy catalogue, whose agents cancel when so many have been made: a stop that depends on no clock.
    private static List<Figure4Method> Cancelling(CancellationTokenSource stop, int afterRuns)
    {
        var made = 0;
        return
        [
            .. Toy.Catalogue.Select(method =>
                Toy.Method(
                    method.Name,
                    seed =>
                    {
                        if (made++ == afterRuns)
                        {
                            stop.Cancel();
                        }

                        return method.Report!.Create(seed);
                    }
                )
            ),
        ];
    }

    private byte[] Run(string name, int jobs)
    {
        using var directory = Open(name, Toy.Configuration());
        Figure4Findings findings = Findings(directory, jobs);
        TrainingExperiment experiment = ReportExperiment.Prepare(directory);
        Assert.Equal(experiment.RunCount, experiment.FinishedCount);
        ResultFile.WriteAll(
            directory.Path,
            new Figure4Study().Files(directory.Configuration, findings, "hebb reproduce figure4"),
            TestContext.Current.CancellationToken
        );
        return File.ReadAllBytes(directory.PathOf("returns.csv"));
    }

    private static Figure4Findings Findings(ConfiguredDirectory<Figure4Options> directory, int jobs) =>
        Figure4Findings.Of(
            directory.Configuration,
            ReportExperiment.Prepare(directory).Run(new RunOptions { Jobs = jobs })
        );

    private ConfiguredDirectory<Figure4Options> Open(string name, Figure4Options options) =>
        ConfiguredDirectory.Open(_temporary.New(name), options);
}
