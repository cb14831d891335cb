using Hebb.Cli.Consoles;
using Hebb.Cli.Options;
using Hebb.Environments.OpenLock.Rooms;
using Hebb.Naming;
using Hebb.Numerics;

namespace Hebb.Cli.Playing;

/// <summary><c>hebb play openlock</c>: a person finds out what opens the door.</summary>
internal static class OpenLockCommand
{
    // People had as many.
    private const int StandardAttempts = 30;

    // Those of the experiments: a scenario that nobody names is one of them.
    private static readonly ImmutableArray<string> Drawn = ["CC3", "CE3", "CC4", "CE4"];

    private static readonly Option<string?> ScenarioName = new Option<string?>("--scenario")
    {
        Description =
            $"The scenario, which decides how levers lock each other: {string.Join(", ", Scenario.Names)}. By default one of {string.Join(", ", Drawn)}, "
            + "drawn at random; it is shown only at the end.",
        HelpName = "NAME",
    }.CompletedBy(Scenario.Names);

    private static readonly Option<string?> TrialName = new Option<string?>("--trial")
    {
        Description =
            "Where the levers stand: 1 to 6 in rooms with three grey levers, 7 to 11 in those with four, or one of "
            + $"{string.Join(", ", Trial.All.Where(trial => !trial.IsFull).Select(trial => trial.Name))}. By default drawn at random.",
        HelpName = "NAME",
    }.CompletedBy(Trial.All.Select(trial => trial.Name));

    private static readonly Option<long> Attempts = WholeNumberOption.Create(
        "--attempts",
        "The number of attempts to find every solution.",
        standard: StandardAttempts,
        low: 1,
        high: 1_000_000
    );

    private static readonly Option<ulong?> Seed = SeedOption.Create(
        "The seed of everything that is drawn at random; by default another one every time."
    );

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command(
            "openlock",
            "Find every sequence of actions that opens the door of a room, where levers lock one another. At the end the room "
                + "is explained. Where input or output is no terminal, an action is read from each line."
        )
        {
            ScenarioName,
            TrialName,
            Attempts,
            Seed,
        };
        command.SetLongAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var seed = parsed.GetValue(Seed) ?? (ulong)Random.Shared.NextInt64();
        Room room = DrawRoom(parsed.GetValue(ScenarioName), parsed.GetValue(TrialName), new Pcg64(seed));
        var game = new OpenLockGame(room, (int)parsed.GetValue(Attempts));
        var terminal = Terminal.Of(parsed);
        var console = CommandConsole.Of(parsed);
        if (terminal.IsLive && console.Key is { } key)
        {
            new OpenLockScreen(terminal, key).Play(game, cancellation);
        }
        else
        {
            new OpenLockLines(console.Input(), terminal.Lines).Play(game, cancellation).GetAwaiter().GetResult();
        }

        return ExitCode.Success;
    }

    private static Room DrawRoom(string? scenarioName, string? trialName, Pcg64 source)
    {
        Trial? named = trialName is null
            ? null
            : Trial.All.FirstOrDefault(trial =>
                string.Equals(trial.Name, trialName, StringComparison.OrdinalIgnoreCase)
            )
                ?? throw new InputException(
                    $"--trial '{trialName}': no such trial; {NearestName.Unknown(trialName, [.. Trial.All.Select(trial => trial.Name)])}"
                );
        Scenario scenario = scenarioName is null ? DrawScenario(named, source) : Find(scenarioName);
        if (named is null)
        {
            ImmutableArray<Trial> trials = Trial.DrawnFor(scenario);
            named = trials[source.NextInteger(trials.Length)];
        }

        var fitting = Trial.Of(scenario);
        return fitting.Contains(named)
            ? new Room(scenario, named)
            : throw new InputException(
                $"--trial {named.Name} has {named.Levers.Length} grey levers: {scenario.Name} needs one of "
                    + string.Join(", ", fitting.Select(trial => trial.Name))
            );
    }

    private static Scenario Find(string name) =>
        Scenario.Names.FirstOrDefault(one => string.Equals(one, name, StringComparison.OrdinalIgnoreCase)) is { } known
            ? Scenario.Find(known)
            : throw new InputException(
                $"--scenario '{name}': no such scenario; {NearestName.Unknown(name, [.. Scenario.Names])}"
            );

    private static Scenario DrawScenario(Trial? trial, Pcg64 source)
    {
        Scenario[] fitting =
        [
            .. Drawn.Select(Scenario.Find).Where(scenario => trial is null || Trial.Of(scenario).Contains(trial)),
        ];

        // A trial with two levers fits none of those of the experiments.
        return fitting.Length == 0
            ? Scenario.All.First(scenario => scenario.LeverCount == trial!.Levers.Length)
            : fitting[source.NextInteger(fitting.Length)];
    }
}
