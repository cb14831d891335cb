using System.CommandLine;
using Hebb.Cli.Consoles;
using Hebb.Cli.Options;
using Hebb.Lab.Data;
using Hebb.Lab.Records;
using Hebb.Lab.Studies.Supervised;
using Hebb.Networks.Topology;

namespace Hebb.Cli.Supervised;

/// <summary>
/// <c>hebb supervised</c>: a network learns to classify images, and after each epoch the command tells how well it does.
/// </summary>
internal static class SupervisedCommand
{
    /// <summary>Its name, and that of the directory of its results.</summary>
    public const string Name = "supervised";

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command(
            Name,
            "Train a network to classify images by settling, or its backpropagation twin; write the course, the weights and "
                + "the figure after each epoch. The same arguments give the same numbers."
        );
        foreach (Option option in SupervisedArguments.All)
        {
            command.Options.Add(option);
        }

        command.SetAction(
            (parsed, cancellation) =>
            {
                SupervisedOptions options = SupervisedArguments.Read(parsed);

                // On another thread: this one has to be free to hear of Ctrl-C.
                return Task.Run(() => Run(options, parsed, cancellation), CancellationToken.None);
            }
        );
        return command;
    }

    private static async Task<int> Run(SupervisedOptions options, ParseResult parsed, CancellationToken cancellation)
    {
        var output = new SupervisedOutput(Terminal.Of(parsed));
        Check(options.Out);
        ImageDataset dataset = await DatasetChoice.Load(options.Data, output, cancellation);
        SupervisedConfiguration configuration = options.For(dataset);
        SupervisedExperiment experiment = Prepare(configuration, dataset);
        cancellation.ThrowIfCancellationRequested();
        using RunDirectory directory = Open(options.Out);
        output.Begin(configuration, dataset);
        try
        {
            var run = Task.Run(() => experiment.Run(directory, cancellation), CancellationToken.None);
            output.Follow(experiment.Progress, run);
            if (await run is { } epoch)
            {
                SupervisedOutput.Diverged(parsed.InvocationConfiguration.Error, directory, epoch);
                return ExitCode.Failure;
            }

            output.End(directory, experiment.Progress);
            return ExitCode.Success;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            output.Stopped(directory, experiment.Progress);
            return ExitCode.Interrupted;
        }
    }

    private static SupervisedExperiment Prepare(SupervisedConfiguration configuration, ImageDataset dataset)
    {
        try
        {
            return new SupervisedExperiment(
                configuration,
                dataset.Training.Take(configuration.TrainingExamples),
                dataset.Test
            );
        }
        catch (Exception exception) when (exception is ArgumentException or TopologyException)
        {
            // The platform adds the name of a parameter, which means nothing on a command line.
            var end = exception.Message.IndexOf(" (Parameter '", StringComparison.Ordinal);
            throw new InputException(end < 0 ? exception.Message : exception.Message[..end], exception);
        }
    }

    private static void Check(string directory)
    {
        OutOption.Require(directory);
        try
        {
            RunDirectory.Check(directory);
        }
        catch (RecordException exception)
        {
            throw new InputException($"--out {exception.Message}", exception);
        }
    }

    private static RunDirectory Open(string directory)
    {
        try
        {
            return RunDirectory.Open(directory);
        }
        catch (RecordException exception)
        {
            throw new InputException($"--out {exception.Message}", exception);
        }
    }
}
