using System.Collections.Immutable;
using System.CommandLine;
using Hebb.Lab.Data;
using Hebb.Lab.Records;
using Hebb.Lab.Supervised;
using Hebb.Networks;

namespace Hebb.Cli.Supervised;

/// <summary>
/// <c>hebb supervised</c>: a network learns to classify images, and after each epoch the command tells how well it does.
/// </summary>
internal static class SupervisedCommand
{
    private const string Name = "supervised";
    private const string BySweeps = "sweeps";
    private const string ByResidual = "residual";
    private const double StandardTolerance = 1e-3;
    private const int MostSweeps = 1_000_000;

    private static readonly Option<string> Data = new("--data")
    {
        Description =
            $"The dataset: {string.Join(" or ", DatasetCatalogue.All.Select(source => source.Name))}, downloaded where it is not on this machine, or a directory with four files like MNIST's.",
        HelpName = "NAME|DIR",
        DefaultValueFactory = _ => "fashion-mnist",
    };

    private static readonly Option<long> Examples = WholeNumberOption.Create(
        "--examples",
        "How many training examples are learned from, the first of the dataset; 0 for all.",
        standard: 0,
        low: 0,
        high: int.MaxValue
    );

    private static readonly Option<ImmutableArray<int>> Hidden = HiddenOption.Create();

    private static readonly Option<string> ActivationName = ChoiceOption.Create(
        "--activation",
        "The activation of hidden units",
        [.. Activation.All.Select(activation => activation.Name)],
        "hard-sigmoid"
    );

    private static readonly Option<string> OutputActivation = ChoiceOption.Create(
        "--output-activation",
        "The activation of output units; those of a readout are linear",
        [.. Activation.All.Select(activation => activation.Name)],
        "linear"
    );

    private static readonly Option<string> Cost = ChoiceOption.Create(
        "--cost",
        "What is asked of the outputs; with cross-entropy they are a softmax readout",
        SupervisedChoices.Costs,
        "squared-error"
    );

    private static readonly Option<double?> Gain = NumberOption.Positive(
        "--gain",
        "A factor on the initial weights, positive.",
        standard: 1
    );

    private static readonly Option<string> Estimator = ChoiceOption.Create(
        "--estimator",
        "Where gradients come from",
        [.. SupervisedChoices.Estimators.Select(entry => entry.Name)],
        "symmetric"
    );

    private static readonly Option<double?> Beta = NumberOption.NotZero(
        "--beta",
        "The nudging strength, other than 0.",
        standard: 0.5
    );

    private static readonly Option<long> FreeSweeps = WholeNumberOption.Create(
        "--free-sweeps",
        "Sweeps of the free phase, at most where it stops by its residual.",
        standard: 30,
        low: 1,
        high: MostSweeps
    );

    private static readonly Option<long> NudgedSweeps = WholeNumberOption.Create(
        "--nudged-sweeps",
        "Sweeps of each nudged phase, at most where it stops by its residual.",
        standard: 10,
        low: 1,
        high: MostSweeps
    );

    private static readonly Option<string> Stop = ChoiceOption.Create(
        "--stop",
        "When an example has settled: after its sweeps, or once no unit moves further than the tolerance",
        [BySweeps, ByResidual],
        BySweeps
    );

    private static readonly Option<double?> Tolerance = NumberOption.Positive(
        "--tolerance",
        $"How far a unit of a settled example may move in a sweep, with --stop residual. [default: {StandardTolerance}]",
        standard: null
    );

    private static readonly Option<string> Optimizer = ChoiceOption.Create(
        "--optimizer",
        "What makes steps of gradients",
        SupervisedChoices.Optimizers,
        "adam"
    );

    private static readonly Option<double?> LearningRate = NumberOption.Positive(
        "--learning-rate",
        "The optimizer's step size, positive.",
        standard: 5e-4
    );

    private static readonly Option<bool> Anneal = new("--anneal")
    {
        Description = "Let the step size fall to nothing, epoch by epoch.",
    };

    private static readonly Option<long> Threads = WholeNumberOption.Create(
        "--threads",
        "Threads that share each batch; it pays for wide networks.",
        standard: 1,
        low: 1,
        high: 1024
    );

    private static readonly Option<long> Batch = WholeNumberOption.Create(
        "--batch",
        "Examples a step, at most as many as are learned from.",
        standard: 64,
        low: 1,
        high: int.MaxValue
    );

    private static readonly Option<long> Epochs = WholeNumberOption.Create(
        "--epochs",
        "How often it goes through the training examples.",
        standard: 10,
        low: 1,
        high: 100_000
    );

    private static readonly Option<long> Seed = WholeNumberOption.Create(
        "--seed",
        "The seed of weights, orders and signs.",
        standard: 0,
        low: 0,
        high: 1_000_000_000_000_000_000
    );

    private static readonly Option<string> Out = OutOption.Create(
        "The directory of the results: a new or an empty one.",
        Name
    );

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command(
            Name,
            "Train a network to classify images by settling, or its backpropagation twin; write the course, the weights and "
                + "the figure after each epoch. The same arguments give the same numbers."
        )
        {
            Data,
            Examples,
            Hidden,
            ActivationName,
            OutputActivation,
            Cost,
            Gain,
            Estimator,
            Beta,
            FreeSweeps,
            NudgedSweeps,
            Stop,
            Tolerance,
            Optimizer,
            LearningRate,
            Anneal,
            Batch,
            Epochs,
            Seed,
            Threads,
            Out,
        };
        command.SetAction(
            (parsed, cancellation) =>
            {
                SupervisedOptions options = Read(parsed);

                // On another thread: this one has to be free to hear of Ctrl-C.
                return Task.Run(() => Run(options, cancellation), CancellationToken.None);
            }
        );
        return command;
    }

    private static SupervisedOptions Read(ParseResult parsed)
    {
        var tolerance = parsed.GetValue(Tolerance);
        var isByResidual = string.Equals(parsed.GetValue(Stop), ByResidual, StringComparison.Ordinal);
        if (tolerance is not null && !isByResidual)
        {
            throw new InputException($"--tolerance {tolerance}: it is for --stop {ByResidual} alone");
        }

        var examples = (int)parsed.GetValue(Examples);
        return new SupervisedOptions(
            parsed.GetRequiredValue(Data),
            parsed.GetRequiredValue(Out),
            examples == 0 ? null : examples,
            dataset => new SupervisedConfiguration
            {
                Dataset = dataset.Name,
                TrainingExamples = examples == 0 ? dataset.Training.Count : examples,
                TestExamples = dataset.Test.Count,
                InputSize = dataset.Training.InputSize,
                Classes = dataset.Training.ClassCount,
                Hidden = parsed.GetValue(Hidden),
                Activation = parsed.GetRequiredValue(ActivationName),
                OutputActivation = parsed.GetRequiredValue(OutputActivation),
                Cost = parsed.GetRequiredValue(Cost),
                Gain = parsed.GetValue(Gain)!.Value,
                Estimator = parsed.GetRequiredValue(Estimator),
                Beta = parsed.GetValue(Beta)!.Value,
                FreeSweeps = (int)parsed.GetValue(FreeSweeps),
                NudgedSweeps = (int)parsed.GetValue(NudgedSweeps),
                Tolerance = isByResidual ? tolerance ?? StandardTolerance : 0,
                Optimizer = parsed.GetRequiredValue(Optimizer),
                LearningRate = parsed.GetValue(LearningRate)!.Value,
                Anneals = parsed.GetValue(Anneal),
                Threads = (int)parsed.GetValue(Threads),
                BatchSize = (int)parsed.GetValue(Batch),
                Epochs = (int)parsed.GetValue(Epochs),
                Seed = (ulong)parsed.GetValue(Seed),
            }
        );
    }

    private static async Task<int> Run(SupervisedOptions options, CancellationToken cancellation)
    {
        var output = SupervisedOutput.ToConsole();
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
                SupervisedOutput.Diverged(directory, epoch);
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
