using System.CommandLine.Help;
using Hebb.Catalogues;
using Hebb.Cli.Completing;
using Hebb.Cli.Configurations;
using Hebb.Cli.Consoles;
using Hebb.Cli.Environments;
using Hebb.Cli.Evaluating;
using Hebb.Cli.Listing;
using Hebb.Cli.Looking;
using Hebb.Cli.Machine;
using Hebb.Cli.Playing;
using Hebb.Cli.Studies;
using Hebb.Cli.Supervised;
using Hebb.Cli.Sweeps;
using Hebb.Cli.Training;
using Hebb.Cli.Watching;
using Hebb.Lab.Studies.Catalogue;

namespace Hebb.Cli;

/// <summary>The command <c>hebb</c>, with all that can be named on its command line and in files.</summary>
public sealed class HebbCommand(CatalogueSet catalogues)
{
    // How long a command may take to stop after Ctrl-C before it is ended.
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(10);

    // Made once: nothing changes a command after that, so any number of command lines can be run with it at a time.
    private readonly Lazy<Command> _root = new(() => Create(catalogues));

    /// <summary>The command with what is part of the library.</summary>
    public static HebbCommand Standard { get; } = new(CatalogueSet.Standard);

    /// <summary>The command with all below it.</summary>
    internal Command Root => _root.Value;

    /// <summary>Runs a command line in the console of this process, where Ctrl-C stops it.</summary>
    /// <param name="extend">What can be named, of what is part of the library; null for that alone.</param>
    /// <returns>The exit code.</returns>
    /// <example>
    /// A program whose command line has an environment of its own:
    /// <code>
    /// return await HebbCommand.Run(args, catalogues => catalogues with { Environments = catalogues.Environments.Add(Corridor.Entry) });
    /// </code>
    /// </example>
    public static Task<int> Run(string[] arguments, Func<CatalogueSet, CatalogueSet>? extend = null)
    {
        var invocation = new ConsoleInvocation(CommandConsole.OfProcess(), StopTimeout);

        // What a thread of its own throws would end the process with a trace, and is no other thread's to catch.
        AppDomain.CurrentDomain.UnhandledException += (_, thrown) =>
            Environment.Exit(CommandLine.Unexpected((Exception)thrown.ExceptionObject, arguments, invocation));
        return CommandLine.Run(
            () => (extend is null ? Standard : new HebbCommand(extend(CatalogueSet.Standard))).Root,
            arguments,
            invocation,
            CancellationToken.None
        );
    }

    /// <summary>Runs a command line in a console of its own.</summary>
    /// <param name="cancellation">Stops it as Ctrl-C does.</param>
    /// <returns>The exit code.</returns>
    public Task<int> Run(string[] arguments, CommandConsole console, CancellationToken cancellation) =>
        CommandLine.Run(() => Root, arguments, new ConsoleInvocation(console, stopTimeout: null), cancellation);

    private static Command Create(CatalogueSet catalogues)
    {
        // Not a RootCommand: that is named after the file that runs, and help should say what users type.
        var root = new Command(
            "hebb",
            "Neural networks that learn without backpropagation: equilibrium propagation and Hebbian plasticity, "
                + "in reinforcement learning, compared with their backpropagation twins."
        )
        {
            new HelpOption { Action = new ConsoleHelp() },
            new VersionOption { Action = new ConsoleVersion() },
            TrainCommand.Create(catalogues),
            SweepCommand.Create(catalogues),
            ConfigCommand.Create(catalogues),
            new RunsCommand(catalogues).Create(),
            new CompareCommand(catalogues).Create(),
            new PlotCommand(catalogues).Create(),
            SensitivityCommand.Create(),
            new EvalCommand(catalogues).Create(),
            new EnjoyCommand(catalogues).Create(),
            PlayCommand.Create(),
            new ExportCommand(catalogues).Create(),
            StudyCommand.Create(
                "reproduce",
                "Reproduce results, over seeds and with confidence intervals.",
                StudyCatalogue.Reproductions
            ),
            SupervisedCommand.Create(catalogues),
            StudyCommand.Create("check", "Compare measurements with theory.", StudyCatalogue.Checks(catalogues)),
            EnvironmentCommand.Create(catalogues),
            ListCommand.Create(catalogues),
            DoctorCommand.Create(),
            CompletionCommand.Create(),
        };
        root.Add(CompleteCommand.Create(() => root));
        root.SetAction(parsed => new ConsoleHelp().Invoke(parsed));
        return root;
    }
}
