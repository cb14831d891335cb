using Hebb.Lab.Configurations.Files;
using Hebb.Lab.Runs;

namespace Hebb.Cli.Training;

/// <summary>The arguments of a command that plays the runs of an experiment, checked.</summary>
/// <param name="Experiment">The experiment with what is set over it.</param>
/// <param name="Store">Where runs are kept.</param>
/// <param name="Options">How they are played.</param>
/// <param name="CommandLine">The command line that reproduces these results.</param>
internal sealed record TrainArguments(
    ExperimentFile Experiment,
    RunStore Store,
    RunOptions Options,
    string CommandLine
);
