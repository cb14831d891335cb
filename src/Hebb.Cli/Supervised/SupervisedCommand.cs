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
    public static Command Create()
    {
        var command = new Command(
            Name,
            "Train a network to classify images by settling, or its backpropagation twin; write the results, the weights and "
                + "the figure after each epoch. The same arguments continue an interrupted command, and give the same "
                + "numbers; 'hebb train' takes them from a file, and 'hebb sweep' varies them."
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
        OutOption.Require(options.Out);
        Guarded(() => SupervisedDirectory.Require(options.Out, options.Configuration, options.Seed));
        options.Require();
        ImageDataset dataset = await DatasetChoice.Load(options.Settings.Data, "--data", output, cancellation);
        SupervisedPlan plan = options.PlanFor(dataset);
        SupervisedProgress progress = plan.Progress!;
        cancellation.ThrowIfCancellationRequested();
        Guarded(() => SupervisedDirectory.Prepare(options.Out));
        output.Begin(plan, options.Seed, dataset.Path);
        try
        {
            var run = Task.Run(
                () => SupervisedDirectory.Train(options.Out, plan, options.Seed, options.Checkpoint, cancellation),
                CancellationToken.None
            );
            WorkRunner.Watch(() => output.Follow(progress, run));
            RunRecord record = await run;
            if (record.Supervised!.DivergedInEpoch is { } epoch)
            {
                SupervisedOutput.Diverged(parsed.InvocationConfiguration.Error, options.Out, epoch);
                return ExitCode.Failure;
            }

            output.End(options.Out, progress);
            return ExitCode.Success;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            output.Stopped(options.Out, progress);
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
