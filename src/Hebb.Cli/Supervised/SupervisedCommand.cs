using Hebb.Catalogues;
using Hebb.Cli.Consoles;
using Hebb.Cli.Options;
using Hebb.Cli.Progress;
using Hebb.Lab.Data;
using Hebb.Lab.Records;
using Hebb.Lab.Runs;
using Hebb.Lab.Supervised;

namespace Hebb.Cli.Supervised;

/// <summary>
/// <c>hebb supervised</c>: a network learns to classify images, and after each epoch the command tells how well it does.
/// </summary>
internal static class SupervisedCommand
{
    /// <summary>Its name, and that of the directory of its results.</summary>
    public const string Name = "supervised";

    /// <summary>Makes the command.</summary>
    public static Command Create(CatalogueSet catalogues)
    {
        var arguments = new SupervisedArguments(catalogues);
        var command = new Command(
            Name,
            "Train a network to classify images by settling, or its backpropagation twin; write the results, the weights and "
                + "the figure after each epoch. The same arguments continue an interrupted command, and give the same "
                + "numbers; 'hebb train' takes them from a file, and 'hebb sweep' varies them."
        );
        arguments.All.ForEach(command.Options.Add);
        command.SetAction(
            (parsed, cancellation) =>
            {
                SupervisedOptions options = arguments.Read(parsed);

                // On another thread: this one has to be free to hear of Ctrl-C.
                return Task.Run(() => Run(options, parsed, cancellation), CancellationToken.None);
            }
        );
        return command;
    }

    private static async Task<int> Run(SupervisedOptions options, ParseResult parsed, CancellationToken cancellation)
    {
        var terminal = Terminal.Of(parsed);
        ResultPlace place = options.Place();
        var directory = place.Path;
        OutOption.Require(directory);
        Guarded(() => SupervisedDirectory.Require(directory, options.Configuration, options.Seed));
        options.Require();
        ImageDataset dataset = await DatasetChoice.Load(options.Settings.Data, "--data", terminal, cancellation);
        SupervisedPlan plan = options.PlanFor(dataset);
        cancellation.ThrowIfCancellationRequested();
        Guarded(() => SupervisedDirectory.Prepare(directory));
        OutOption.Tell(place, terminal.Lines);
        var output = new SupervisedOutput(terminal, directory, plan.Progress!);
        output.Begin(plan, options.Seed, dataset.Path);
        try
        {
            var run = Task.Run(
                () => SupervisedDirectory.Train(directory, plan, options.Seed, options.Checkpoint, cancellation),
                CancellationToken.None
            );
            WorkRunner.Watch(() => new EpochView(terminal, plan.Progress!).Follow(run));
            RunRecord record = await run;
            if (record.Supervised!.DivergedInEpoch is { } epoch)
            {
                output.Diverged(parsed.InvocationConfiguration.Error, epoch);
                return ExitCode.Failure;
            }

            output.End();
            return ExitCode.Success;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            output.Stopped();
            return ExitCode.Interrupted;
        }
    }

    private static void Guarded(Action use)
    {
        try
        {
            use();
        }
        catch (RecordException exception)
        {
            throw new InputException($"--out {exception.Message}", exception);
        }
    }
}
