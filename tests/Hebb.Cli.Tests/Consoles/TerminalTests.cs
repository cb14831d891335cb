using Spectre.Console;

namespace Hebb.Cli.Tests.Consoles;

/// <summary>Terminals of every width, without colours, without control sequences, and ones that are gone.</summary>
public sealed class TerminalTests : IDisposable
{
    private const int Widest = 400;

    private readonly TemporaryDirectory _temporary = new();

    public static TheoryData<string> Commands =>
        [
            "list",
            "env list",
            "env draw CartPole-v1",
            "runs STORE",
            "runs STORE --group",
            "eval TRAINED --episodes 1",
            "compare STORE --out NEW",
            "plot STORE --out NEW/plot.svg",
            "sensitivity rates-sweep --store STORE --out NEW",
            "export STORE --to NEW/table.csv",
            "config new random",
            "train random --seeds 0 --steps 200 --out NEW",
            "sweep SWEEP --seeds 0 --steps 200 --out NEW",
            "supervised --data DATA --hidden 8 --epochs 1 --out NEW",
            "check landscape --depths 1 --feedbacks 1 --seeds 1 --steps 1 --out NEW",
            "enjoy random --frames 2 --width 100 --out NEW/picture.png",
            "play openlock --attempts 1",
        ];

    public void Dispose() => _temporary.Dispose();

    [Theory]
    [InlineData("list")]
    [InlineData("env draw CartPole-v1")]
    [InlineData("runs STORE")]
    [InlineData("runs STORE --group")]
    public async Task What_is_short_is_shown_at_every_width(string words)
    {
        string[] line = await Placed(words);
        for (int width = 1; width <= Widest; width++)
        {
            CommandResult result = await CommandCall.RunOnTerminal((width, 1 + (width % 50)), "q", line);
            Assert.Equal((0, "", width), (result.ExitCode, result.Error, width));
            Assert.NotEmpty(result.Output);
        }
    }

    [Theory, MemberData(nameof(Commands))]
    public async Task Every_command_ends_well_on_narrow_and_wide_terminals(string words)
    {
        foreach ((int columns, int rows) in ((int, int)[])[(1, 1), (3, 24), (19, 3)])
        {
            CommandResult result = await CommandCall.RunOnTerminal((columns, rows), "q", await Placed(words, columns));
            Assert.Equal((0, "", columns), (result.ExitCode, result.Error, columns));
        }
    }

    [Theory, MemberData(nameof(Commands))]
    public async Task Without_control_sequences_none_is_written(string words)
    {
        CommandResult result = await CommandCall.RunIn(
            console => console with { Screen = () => Screen(console.Output, AnsiSupport.No) },
            command: null,
            await Placed(words)
        );
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.DoesNotContain('\e', result.Output);
    }

    [Theory, MemberData(nameof(Commands))]
    public async Task Without_colours_none_is_set(string words)
    {
        CommandResult result = await CommandCall.RunIn(
            console => console with { Screen = () => Screen(console.Output, AnsiSupport.Yes), Key = () => 'q' },
            command: null,
            await Placed(words)
        );
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.DoesNotMatch("\e\\[[0-9;]*(3[0-8]|4[0-8]|9[0-7]|10[0-7])[0-9;]*m", result.Output);
    }

    [Theory, MemberData(nameof(Commands))]
    public async Task Where_standard_output_is_closed_it_is_a_line_and_files_are_whole(string words)
    {
        CommandResult result = await CommandCall.RunIn(
            console => console with { Output = new ClosedWriter(lines: 0) },
            command: null,
            await Placed(words)
        );
        Assert.Equal((1, "", "hebb: Broken pipe\n"), (result.ExitCode, result.Output, result.Error));
        if (Directory.Exists(_temporary.New("new-0")))
        {
            string[] files = Directory.GetFiles(_temporary.New("new-0"), "*", SearchOption.AllDirectories);
            Assert.DoesNotContain(files, file => file.EndsWith(".partial", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("train random --seeds 0..1 --steps 200 --out NEW", "summary.md")]
    [InlineData("sweep SWEEP --seeds 0 --steps 200 --out NEW", "summary.md")]
    [InlineData("supervised --data DATA --hidden 8 --epochs 2 --out NEW", "learning-curve.svg")]
    [InlineData("check landscape --depths 1 --feedbacks 1 --seeds 1 --steps 1 --out NEW", "landscape.svg")]
    public async Task What_nobody_watches_to_its_end_is_done_all_the_same(string words, string file)
    {
        CommandResult result = await CommandCall.RunIn(
            console => console with { Output = new ClosedWriter(lines: 2) },
            command: null,
            await Placed(words)
        );
        Assert.Equal((1, "hebb: Broken pipe\n"), (result.ExitCode, result.Error));
        Assert.Single(Directory.GetFiles(_temporary.New("new-0"), file, SearchOption.AllDirectories));
    }

    private static IAnsiConsole Screen(TextWriter output, AnsiSupport ansi)
    {
        IAnsiConsole screen = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = ansi,
                ColorSystem = ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(output),
            }
        );
        (screen.Profile.Width, screen.Profile.Height) = (80, 24);
        return screen;
    }

    // Makes what the words name; what is new is so for each number.
    private async Task<string[]> Placed(string words, int number = 0)
    {
        string store = _temporary.New("store");
        string trained = _temporary.New("trained");
        string data = _temporary.New("data");
        string sweep = _temporary.New("sweep.json");
        if (words.Contains("STORE", StringComparison.Ordinal) && !Directory.Exists(store))
        {
            new SyntheticRun { Steps = 2000 }.Write(store);
            new SyntheticRun { Steps = 2000, Seed = 1 }.Write(store);
            SyntheticSweep.Write(store, trials: 3, seeds: 1);
        }

        if (words.Contains("TRAINED", StringComparison.Ordinal) && !Directory.Exists(trained))
        {
            await CommandCall.Run("train", "random", "--steps", "200", "--seeds", "0", "--out", trained);
        }

        if (words.Contains("DATA", StringComparison.Ordinal))
        {
            SmallDataset.Write(data);
        }

        await File.WriteAllTextAsync(
            sweep,
            """{ "agent": { "name": "random" }, "environment": { "name": "CartPole-v1" }, "sweep": { "grid": { "evaluation.episodes": [2, 3] } } }"""
        );
        return
        [
            .. words
                .Split(' ')
                .Select(word =>
                    word.Replace("STORE", store, StringComparison.Ordinal)
                        .Replace("TRAINED", trained, StringComparison.Ordinal)
                        .Replace("DATA", data, StringComparison.Ordinal)
                        .Replace("SWEEP", sweep, StringComparison.Ordinal)
                        .Replace("NEW", _temporary.New($"new-{number}"), StringComparison.Ordinal)
                ),
        ];
    }
}
