using Hebb.Cli.Consoles;
using Hebb.Lab.Configurations.Files;
using Hebb.Lab.Runs;

namespace Hebb.Cli.Training;

/// <summary>The arguments of a command that plays the runs of an experiment, checked.</summary>
internal sealed record TrainArguments(ExperimentFile Experiment, RunStore Store, RunOptions Options, string CommandLine)
{
    /// <summary>Says before anything is trained that a file also varies settings: who meant its trials is not to wait for what is trained in their place.</summary>
    public void TellSweep(Terminal terminal)
    {
        if (Experiment is { Sweep: not null, Path: { } path })
        {
            terminal.Lines.WriteLine(
                $"The sweep of {path} is not played: 'hebb sweep {ShellText.Path(path)}' varies its settings, this command trains with those that the file has."
            );
        }
    }
}
