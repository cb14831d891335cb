using Hebb.Agents;
using Hebb.Cli.Progress;
using Hebb.Lab.Records;
using Hebb.Lab.Runs;
using Hebb.Lab.Training;

namespace Hebb.Cli.Training;

/// <summary>Training runs from the opening of their directory to the files made of them, as the user sees them.</summary>
internal static class TrainingSession
{
    /// <summary>Plays the runs that are not finished yet.</summary>
    /// <param name="terminal">Where it is told.</param>
    /// <param name="path">The directory of the results.</param>
    /// <param name="configuration">What is to be run.</param>
    /// <param name="catalogue">Where the agents of the configuration are found.</param>
    /// <param name="jobs">How many runs go at a time.</param>
    /// <param name="what">Says in a line what is about to be done.</param>
    /// <param name="finish">Writes the files and shows the results.</param>
    /// <param name="cancellation">Stops the runs; the finished ones stay.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="InputException">The directory cannot be used.</exception>
    public static int Run(
        Terminal terminal,
        string path,
        TrainingConfiguration configuration,
        IReadOnlyList<AgentEntry> catalogue,
        int jobs,
        FormattableString what,
        Action<RunsOutput, TrainingDirectory, IReadOnlyList<TrainingSummary>> finish,
        CancellationToken cancellation
    )
    {
        using TrainingDirectory directory = Open(path, configuration);
        return Play(
            terminal,
            new TrainingExperiment(directory, catalogue),
            path,
            new RunOptions { Jobs = jobs },
            "steps",
            what,
            (output, summaries) => finish(output, directory, summaries),
            cancellation
        );
    }

    /// <summary>Plays the runs that are not finished yet.</summary>
    /// <param name="terminal">Where it is told.</param>
    /// <param name="experiment">The runs.</param>
    /// <param name="path">Where they are kept.</param>
    /// <param name="options">How they are played.</param>
    /// <param name="unit">What their work is counted in, in the plural.</param>
    /// <param name="what">Says in a line what is about to be done.</param>
    /// <param name="finish">Writes the files and shows the results.</param>
    /// <param name="cancellation">Stops the runs; all that was played is kept.</param>
    /// <returns>The exit code.</returns>
    public static int Play(
        Terminal terminal,
        TrainingExperiment experiment,
        string path,
        RunOptions options,
        string unit,
        FormattableString what,
        Action<RunsOutput, IReadOnlyList<TrainingSummary>> finish,
        CancellationToken cancellation
    )
    {
        var output = new RunsOutput(terminal, new ProgressWords("agent", unit));
        output.Begin(what, path, experiment.FinishedCount, experiment.RunCount);
        try
        {
            var runs = Task.Run(() => experiment.Run(options, cancellation), CancellationToken.None);
            output.Follow(experiment.Progress, runs);
            IReadOnlyList<TrainingSummary> summaries = runs.GetAwaiter().GetResult();
            output.Writing();
            finish(output, summaries);
            return ExitCode.Success;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            output.Stopped(path, experiment.FinishedCount, experiment.RunCount);
            return ExitCode.Interrupted;
        }
    }

    private static TrainingDirectory Open(string path, TrainingConfiguration configuration)
    {
        OutOption.Require(path);
        try
        {
            return TrainingDirectory.Open(path, configuration);
        }
        catch (RecordException exception)
        {
            throw new InputException($"--out {exception.Message}", exception);
        }
    }
}
