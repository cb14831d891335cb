using Hebb.Cli.Progress;
using Hebb.Lab.Configurations.Files;
using Hebb.Lab.Runs;

namespace Hebb.Cli.Training;

/// <summary>The arguments of a command that plays the runs of an experiment, checked.</summary>
internal sealed record TrainArguments(ExperimentFile Experiment, RunStore Store, RunOptions Options, string CommandLine)
{
    /// <summary>Says of a file that also varies settings what plays them.</summary>
    public void TellSweep(WorkOutput output)
    {
        if (Experiment.Sweep is not null)
        {
            output.Line($"{Experiment.Path} also varies settings: 'hebb sweep' plays its trials.");
        }
    }
}
