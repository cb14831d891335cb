using Hebb.Catalogues;
using OpenCatalogue;

namespace Hebb.Cli.Tests.Samples;

/// <summary>The command of the sample, which adds one of each kind to what can be named.</summary>
public sealed class OpenCatalogueTests : IDisposable
{
    private static readonly HebbCommand Command = new(Additions.To(CatalogueSet.Standard));
    private static readonly string Experiment = Path.Combine(AppContext.BaseDirectory, "corridor.json");

    private readonly TemporaryDirectory _temporary = new();

    public static TheoryData<string> Added =>
        ["Corridor-v0", "sarsa", "softsign", "extrapolated", "cautious", "sign-descent"];

    public void Dispose() => _temporary.Dispose();

    [Theory, MemberData(nameof(Added))]
    public async Task What_is_added_is_listed_and_in_the_schema(string name)
    {
        Assert.Contains($" {name} ", (await Run("list")).Output, StringComparison.Ordinal);
        Assert.Contains($"\"{name}\"", (await Run("config", "schema")).Output, StringComparison.Ordinal);
        Assert.DoesNotContain($" {name} ", (await CommandCall.Run("list")).Output, StringComparison.Ordinal);
        Assert.DoesNotContain(
            $"\"{name}\"",
            (await CommandCall.Run("config", "schema")).Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_run_of_what_is_added_is_trained_evaluated_watched_and_compared()
    {
        var store = _temporary.New("runs");
        CommandResult trained = await Run("train", Experiment, "--steps", "600", "--seeds", "0", "--out", store);
        Assert.Equal((0, ""), (trained.ExitCode, trained.Error));
        Assert.Contains("Sarsa in Corridor-v0: 1 seed", trained.Output, StringComparison.Ordinal);
        var run = Path.Combine(Directory.GetDirectories(store).Single(), "seed-0");
        Assert.All(
            await Task.WhenAll(
                Run("eval", store, "--episodes", "3"),
                Run("enjoy", run),
                Run("runs", store),
                Run("compare", store, "--out", _temporary.New("compare")),
                Run("plot", store, "--out", _temporary.New("curves.svg"))
            ),
            result => Assert.Equal((0, ""), (result.ExitCode, result.Error))
        );

        // The threshold of the environment is known to figures.
        Assert.Contains(
            "solved: 0.95",
            await File.ReadAllTextAsync(_temporary.New("curves.svg"), Cancellation),
            StringComparison.Ordinal
        );
        Assert.Contains("Corridor-v0", (await CommandCall.Run("runs", store)).Output, StringComparison.Ordinal);
        AssertRefused(await CommandCall.Run("eval", store), "agent.name: \"sarsa\"; known are ppo-ep,");
    }

    [Fact]
    public async Task Supervised_training_takes_what_is_added_and_its_run_is_read_back()
    {
        SmallDataset.Write(_temporary.New("small"));
        string[] few = ["supervised", "--data", _temporary.New("small"), "--hidden", "6", "--epochs", "1"];
        string[] added =
        [
            "--activation",
            "softsign",
            "--output-activation",
            "softsign",
            "--estimator",
            "extrapolated",
            "--optimizer",
            "sign-descent",
        ];
        var directory = _temporary.New("run");
        CommandResult trained = await Run([.. few, .. added, "--out", directory]);
        Assert.Equal((0, ""), (trained.ExitCode, trained.Error));
        Assert.Contains("16-6-4, extrapolated: softsign and softsign,", trained.Output, StringComparison.Ordinal);
        Assert.Contains("sign-descent 0.0005", trained.Output, StringComparison.Ordinal);
        CommandResult again = await Run([.. few, .. added, "--out", directory]);
        Assert.Equal((0, ""), (again.ExitCode, again.Error));
        CommandResult read = await Run("runs", directory);
        Assert.Equal((0, ""), (read.ExitCode, read.Error));
        Assert.Contains("finished", read.Output, StringComparison.Ordinal);
        AssertRefused(
            await CommandCall.Run([.. few, "--activation", "softsign", "--out", _temporary.New("other")]),
            "--activation 'softsign': one of hard-sigmoid, "
        );
    }

    [Fact]
    public async Task A_file_to_edit_holds_its_settings_with_what_they_mean()
    {
        CommandResult made = await Run("config", "new", "sarsa", "--env", "Corridor-v0");
        Assert.Equal((0, ""), (made.ExitCode, made.Error));
        Assert.Contains(
            "// The probability that an action is drawn rather than chosen. (a number from 0 to 1)",
            made.Output,
            StringComparison.Ordinal
        );
        await File.WriteAllTextAsync(_temporary.New("new.json"), made.Output, Cancellation);
        CommandResult checkedFile = await Run("config", "check", _temporary.New("new.json"));
        Assert.Equal((0, ""), (checkedFile.ExitCode, checkedFile.Error));
    }

    [Theory]
    [InlineData("agent.exploration=2", "agent.exploration: 2; a number from 0 to 1 is needed")]
    [InlineData(
        "agent.values.relaxation.share=1",
        "agent.values.relaxation.share: 1; a number from 0 to below 1 is needed"
    )]
    [InlineData(
        "agent.values.optimizer.momentum=-1",
        "agent.values.optimizer.momentum: -1; a number from 0 to below 1 is needed"
    )]
    [InlineData(
        "agent.values.network.activation=softsing",
        "agent.values.network.activation: \"softsing\"; did you mean softsign? known are hard-sigmoid,"
    )]
    [InlineData(
        "agent.values.estimator.name=extrapolate",
        "agent.values.estimator.name: \"extrapolate\"; did you mean extrapolated? known are "
    )]
    public async Task A_wrong_setting_is_refused_in_a_line(string setting, string line) =>
        AssertRefused(await Run("config", "check", Experiment, "--set", setting), line);

    [Theory]
    [InlineData("agent 'sarza': no such agent; did you mean sarsa? known are ppo-ep,", "train", "sarza")]
    [InlineData(
        "--env 'Coridor-v0': no such environment; did you mean Corridor-v0? known are CartPole-v0,",
        "train",
        "sarsa",
        "--env",
        "Coridor-v0"
    )]
    [InlineData(
        "environment 'Coridor-v0': no such environment; did you mean Corridor-v0?",
        "env",
        "draw",
        "Coridor-v0"
    )]
    [InlineData("'sarza' is no folder of a run, and no agent; did you mean sarsa?", "enjoy", "sarza")]
    public async Task A_near_miss_is_told(string line, params string[] arguments) =>
        AssertRefused(await Run(arguments), line);

    [Fact]
    public async Task Upper_and_lower_case_make_no_difference()
    {
        string[] changed =
        [
            "--set",
            "agent.values.network.activation=SoftSign",
            "--set",
            "agent.values.estimator.name=Extrapolated",
            "--set",
            "agent.name=SARSA",
            "--set",
            "environment.name=corridor-V0",
        ];
        Assert.Equal(
            (await Run("config", "show", Experiment)).Output,
            (await Run(["config", "show", Experiment, .. changed])).Output
        );
        CommandResult drawn = await Run("env", "draw", "corridor-v0");
        Assert.StartsWith("Corridor-v0, seed 0: step 0 of 50", drawn.Output, StringComparison.Ordinal);
        CommandResult made = await Run("config", "new", "Sarsa", "--env", "CORRIDOR-V0");
        Assert.Contains("\"name\": \"sarsa-Corridor-v0\"", made.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gradients_with_what_is_added_are_as_theory_says()
    {
        string[] small = ["--topologies", "one-hidden", "--costs", "squared-error", "--networks", "1"];
        string[] added = ["--activations", "softsign", "--estimators", "extrapolated,symmetric,recurrent-backprop"];
        CommandResult result = await Run(["check", "gradients", .. small, .. added, "--out", _temporary.New("out")]);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("extrapolated", result.Output, StringComparison.Ordinal);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Task<CommandResult> Run(params string[] arguments) => CommandCall.RunOf(Command, arguments);

    private static void AssertRefused(CommandResult result, string line)
    {
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(line, result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
    }
}
