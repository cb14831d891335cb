using System.CommandLine;
using System.CommandLine.Help;
using Hebb.Cli.Configurations;
using Hebb.Cli.Consoles;
using Hebb.Cli.Environments;
using Hebb.Cli.Evaluating;
using Hebb.Cli.Listing;
using Hebb.Cli.Looking;
using Hebb.Cli.Playing;
using Hebb.Cli.Studies;
using Hebb.Cli.Supervised;
using Hebb.Cli.Sweeps;
using Hebb.Cli.Training;
using Hebb.Cli.Watching;
using Hebb.Lab.Studies.Catalogue;

namespace Hebb.Cli;

/// <summary>The command <c>hebb</c>.</summary>
public static class HebbCommand
{
    // How long a command may take to stop after Ctrl-C before it is ended.
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(10);

    // Made once: nothing changes a command after that, so any number of command lines can be run with it at a time.
    private static readonly Lazy<Command> Root = new(Create);

    /// <summary>Runs a command line in the console of this process, where Ctrl-C stops it.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <returns>The exit code.</returns>
    public static Task<int> Run(string[] arguments)
    {
        var console = CommandConsole.OfProcess();
        return CommandLine.Run(
            Root.Value,
            arguments,
            new ConsoleInvocation(console, StopTimeout),
            CancellationToken.None
        );
    }

    /// <summary>Runs a command line in a console of its own.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="console">The console.</param>
    /// <param name="cancellation">Stops it as Ctrl-C does.</param>
    /// <returns>The exit code.</returns>
    public static Task<int> Run(string[] arguments, CommandConsole console, CancellationToken cancellation) =>
        CommandLine.Run(Root.Value, arguments, new ConsoleInvocation(console, stopTimeout: null), cancellation);

    private static Command Create()
    {
        // Not a RootCommand: that is named after the file that runs, and help should say what users type.
        var root = new Command(
            "hebb",
            "Neural networks that learn without backpropagation: equilibrium propagation and Hebbian plasticity, "
                + "in reinforcement learning, beside their backpropagation twins."
        )
        {
            new HelpOption { Action = new ConsoleHelp() },
            new VersionOption { Action = new ConsoleVersion() },
            TrainCommand.Create(),
            SweepCommand.Create(),
            ConfigCommand.Create(),
            RunsCommand.Create(),
            CompareCommand.Create(),
            PlotCommand.Create(),
            SensitivityCommand.Create(),
            EvalCommand.Create(),
            EnjoyCommand.Create(EnjoySubject.OfRun),
            PlayCommand.Create(),
            ExportCommand.Create(),
            StudyCommand.Create(
                "reproduce",
                "Make results anew, over seeds and with intervals.",
                StudyCatalogue.Reproductions
            ),
            SupervisedCommand.Create(),
            StudyCommand.Create("check", "Measure what theory promises.", StudyCatalogue.Checks),
            EnvironmentCommand.Create(),
            ListCommand.Create(),
        };
        root.SetAction(parsed => new ConsoleHelp().Invoke(parsed));
        return root;
    }
}
