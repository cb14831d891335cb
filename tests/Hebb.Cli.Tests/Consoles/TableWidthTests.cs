using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CsCheck;

namespace Hebb.Cli.Tests.Consoles;

/// <summary>Tables on terminals of every width: each cell that a pipe is given stands on the terminal too.</summary>
public sealed partial class TableWidthTests : IDisposable
{
    private static readonly int[] Widths = [1, 20, 80, 120];

    private static readonly string[] Names =
    [
        "experiment",
        "agent",
        "seed",
        "status",
        "steps",
        "last100",
        "begun",
        "hash",
        "folder",
        "agent.actor.beta",
        "agent.actor.hidden",
    ];

    private readonly TemporaryDirectory _temporary = new();

    private string Store => _temporary.New("store");

    public void Dispose() => _temporary.Dispose();

    public static TheoryData<string> Commands =>
        [
            "runs",
            "runs --group",
            "compare STORE --out OUT",
            "sensitivity rates-sweep --out OUT",
            "check landscape --depths 1 --feedbacks 0.5 --steps 1 --seeds 1 --out OUT",
        ];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Every_cell_of_a_table_is_shown(string command)
    {
        Write();
        string[] arguments =
        [
            .. command
                .Replace("STORE", Store, StringComparison.Ordinal)
                .Replace("OUT", _temporary.New(), StringComparison.Ordinal)
                .Split(' '),
            .. command.StartsWith("check", StringComparison.Ordinal) ? (string[])[] : ["--store", Store],
        ];
        foreach (var width in command.StartsWith("runs", StringComparison.Ordinal) ? Widths : [40, 80])
        {
            await Check(width, arguments);
        }
    }

    [Fact]
    public async Task Whatever_columns_are_asked_for_are_shown_at_any_width()
    {
        Write();
        await Gen.Select(Gen.Int[1, 400], Gen.Int[0, Names.Length - 1].Select(place => Names[place]).Array[1, 9])
            .SampleAsync(
                async (width, names) =>
                    await Check(
                        width,
                        "runs",
                        Store,
                        "--columns",
                        string.Join(',', names.Distinct(StringComparer.Ordinal))
                    ),
                seed: "0000Kcv0FiK2",
                iter: 40,
                threads: 1
            );
    }

    private static async Task Check(int width, params string[] arguments)
    {
        CommandResult plain = await CommandCall.Run(arguments);
        Assert.Equal((0, ""), (plain.ExitCode, plain.Error));
        CommandResult shown = await CommandCall.RunOnTerminal((width, 40), "", arguments);
        Assert.Equal((0, ""), (shown.ExitCode, shown.Error));
        var text = Controls().Replace(shown.Output, "");
        Assert.All(
            Columns().Split(plain.Output).Select(cell => cell.Trim()),
            cell => Assert.Contains(cell, text, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Blocks_are_no_wider_than_the_terminal_and_name_their_rows()
    {
        Write();
        string[] arguments = ["runs", Store, "--filter", "agent=ppo", "--columns", "agent,seed,steps,episodes,last100"];
        CommandResult result = await CommandCall.RunOnTerminal((24, 40), "", arguments);
        string[] lines = Controls().Replace(result.Output, "").TrimEnd('\n').Split('\n');
        Assert.All(lines, line => Assert.InRange(line.TrimEnd().Length, 0, 24));
        Assert.Equal(3, lines.Count(line => line.Contains("seed", StringComparison.Ordinal)));
        Assert.Single(lines, line => line.Contains("agent", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_does_not_fit_beside_the_names_has_a_line_of_its_own()
    {
        Write();
        string[] arguments = ["runs", Store, "--filter", "agent=ppo", "--columns", "agent,seed,folder"];
        CommandResult result = await CommandCall.RunOnTerminal((20, 40), "", arguments);
        Assert.Matches(@"^agent: ppo\nseed: 0\nfolder: [^\n]+/seed-0\n\nagent: ppo\nseed: 1\n", result.Output);
    }

    private void Write()
    {
        foreach (var (agent, seeds) in ((string, int)[])[("ppo-ep", 4), ("ppo", 2)])
        {
            for (var seed = 0; seed < seeds; seed++)
            {
                new SyntheticRun
                {
                    Agent = agent,
                    Name = $"{agent} 実験 with a long name",
                    Seed = seed,
                    Steps = 6000,
                    Settings = new JsonObject { ["agent.actor.beta"] = agent == "ppo" ? 0.1 : 0.25 },
                }.Write(Store, withEpisodes: false);
            }
        }

        SyntheticSweep.Write(Store, trials: 15, seeds: 1);
    }

    [GeneratedRegex(@"\e\[[0-9;?]*[A-Za-z]|\r", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Controls();

    [GeneratedRegex(@"  +|\n", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Columns();
}
