using Hebb.Lab.Configurations.Files;
using Hebb.Lab.Runs;

namespace Hebb.Cli.Training;

/// <summary>The arguments of a command that plays the runs of an experiment, checked.</summary>
internal sealed record TrainArguments(
    ExperimentFile Experiment,
    RunStore Store,
    RunOptions Options,
    string CommandLine
);
