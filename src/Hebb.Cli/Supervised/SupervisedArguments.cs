using System.CommandLine.Parsing;
using Hebb.Catalogues;
using Hebb.Cli.Consoles;
using Hebb.Cli.Options;
using Hebb.Lab.Data;
using Hebb.Learning;
using Hebb.Learning.Contrastive;
using Hebb.Learning.Exact;
using Hebb.Naming;
using Hebb.Optimizers;
using Hebb.Relaxation.Sweeps;
using Hebb.Supervised;

namespace Hebb.Cli.Supervised;

/// <summary>The options of <c>hebb supervised</c>, and what they say together.</summary>
/// <param name="catalogues">All that they can name.</param>
internal sealed class SupervisedArguments(CatalogueSet catalogues)
{
    private const string SquaredError = "squared-error";
    private const string CrossEntropy = "cross-entropy";
    private const string BySweeps = "sweeps";
    private const string ByResidual = "residual";
    private const double StandardTolerance = 1e-3;
    private const int MostSweeps = 1_000_000;

    private static readonly SupervisedSettings Usual = new();

    /// <summary>All options, in the order of the help.</summary>
    public List<Option> All { get; } =
    [
        new Option<string>("--data")
        {
            Description =
                $"The dataset: {string.Join(" or ", DatasetCatalogue.All.Select(source => source.Name))}, downloaded where it is not on this machine, or a directory with four files like MNIST's.",
            HelpName = "NAME|DIR",
            DefaultValueFactory = _ => Usual.Data,
        },
        Whole(
            "--examples",
            "The number of training examples, taken from the start of the dataset; 0 for all.",
            Usual.Examples,
            int.MaxValue,
            low: 0
        ),
        HiddenOption.Create(Usual.Network.Hidden),
        Choice("--activation", "The activation of hidden units", catalogues.Activations, Usual.Network.Activation),
        Choice(
            "--output-activation",
            "The activation of output units; those of a readout are linear",
            catalogues.Activations,
            Usual.Network.OutputActivation
        ),
        ChoiceOption.Create(
            "--cost",
            "The cost; with cross-entropy the outputs are a softmax readout",
            [SquaredError, CrossEntropy],
            SquaredError
        ),
        NumberOption.Positive("--gain", "A factor on the initial weights, positive.", Usual.Network.Gain),
        Choice("--estimator", "The gradient estimator", SupervisedModel.EstimatorsOf(catalogues), Usual.Estimator),
        NumberOption.NotZero("--beta", "The nudging strength, other than 0.", standard: 0.5),
        Whole(
            "--free-sweeps",
            "Sweeps of the free phase, at most where it stops by its residual.",
            Usual.Phases.FreeSweeps,
            MostSweeps
        ),
        Whole(
            "--nudged-sweeps",
            "Sweeps of each nudged phase, at most where it stops by its residual.",
            Usual.Phases.NudgedSweeps,
            MostSweeps
        ),
        ChoiceOption.Create(
            "--stop",
            "When an example has settled: after its sweeps, or once no unit moves further than the tolerance",
            [BySweeps, ByResidual],
            BySweeps
        ),
        NumberOption.Positive(
            "--tolerance",
            $"How far a unit of a settled example may move in a sweep, with --stop residual. [default: {StandardTolerance}]",
            standard: null
        ),
        Choice("--optimizer", "The optimizer", catalogues.Optimizers, Usual.Optimizer),
        NumberOption.Positive("--learning-rate", "The optimizer's step size, positive.", Usual.Optimizer.LearningRate),
        new Option<bool>("--anneal") { Description = "Reduce the learning rate after each epoch, towards 0." },
        Whole(
            "--batch",
            "The examples of a batch, at most the number of training examples.",
            Usual.BatchSize,
            int.MaxValue
        ),
        Whole("--epochs", "The number of passes through the training examples.", Usual.Epochs, 100_000),
        Whole("--seed", "The seed of weights, orders and signs.", 0, 1_000_000_000_000_000_000, low: 0),
        Whole(
            "--threads",
            "The number of threads that share each batch; useful for wide networks.",
            Usual.Threads,
            1024
        ),
        CheckpointOption.Create("The seconds from one checkpoint to the next. They change no result."),
        OutOption.CreateBeside(
            "The directory of the results: a new or an empty one, or that of the same arguments, which is gone on with.",
            SupervisedOptions.UsualOut
        ),
    ];

    /// <summary>Reads them, each checked for itself.</summary>
    /// <exception cref="InputException">Two of them do not go together.</exception>
    public SupervisedOptions Read(ParseResult parsed)
    {
        var tolerance = ToleranceOf(parsed);
        return new SupervisedOptions(
            new SupervisedSettings
            {
                Data = Text(parsed, "--data"),
                Examples = Whole(parsed, "--examples"),
                Network = new SupervisedNetwork
                {
                    Hidden = parsed.GetValue<ImmutableArray<int>>("--hidden"),
                    Activation = catalogues.Activations.Find(Text(parsed, "--activation")),
                    OutputActivation = catalogues.Activations.Find(Text(parsed, "--output-activation")),
                    Gain = Number(parsed, "--gain"),
                },
                Cost =
                    Text(parsed, "--cost") is CrossEntropy
                        ? ClassificationCost.CrossEntropy
                        : ClassificationCost.SquaredError,
                Estimator = EstimatorOf(parsed, tolerance),
                Relaxation = new FixedPointSettings { Tolerance = tolerance },
                Phases = Usual.Phases with
                {
                    FreeSweeps = Whole(parsed, "--free-sweeps"),
                    NudgedSweeps = Whole(parsed, "--nudged-sweeps"),
                },
                Optimizer = OptimizerOf(parsed),
                Anneals = parsed.GetValue<bool>("--anneal"),
                BatchSize = Whole(parsed, "--batch"),
                Epochs = Whole(parsed, "--epochs"),
                Threads = Whole(parsed, "--threads"),
            },
            (ulong)parsed.GetValue<long>("--seed"),
            TimeSpan.FromSeconds(Number(parsed, "--checkpoint")),
            parsed.GetValue<string?>("--out"),
            catalogues
        );
    }

    private static double ToleranceOf(ParseResult parsed)
    {
        var given = parsed.GetValue<double?>("--tolerance");
        return Text(parsed, "--stop") is ByResidual ? given ?? StandardTolerance
            : given is null ? 0
            : throw new InputException($"--tolerance {given}: it is for --stop {ByResidual} alone");
    }

    // Each takes what it knows of the options.
    private EstimatorSettings EstimatorOf(ParseResult parsed, double tolerance)
    {
        EstimatorSettings entry = catalogues.Estimators.Find(Text(parsed, "--estimator"));
        var isNudged = entry.Costs is not EstimatorCosts.SquaredError && entry.LargestStrength > 0;
        if (!isNudged)
        {
            RequireLeftOut(parsed, entry, "takes no nudging strength", "--beta");
        }

        if (entry.IsFeedforward)
        {
            RequireLeftOut(parsed, entry, "settles nothing", "--free-sweeps", "--nudged-sweeps", "--stop");
        }

        EstimatorSettings estimator = isNudged ? entry.WithStrength(Number(parsed, "--beta")) : entry;
        return estimator switch
        {
            ContinualSettings continual => continual with { ContinualRate = Number(parsed, "--learning-rate") },
            RecurrentBackpropagationSettings recurrent => recurrent with
            {
                ErrorTolerance = tolerance,
                ErrorIterations = Whole(parsed, "--nudged-sweeps"),
            },
            _ => estimator,
        };
    }

    // What would have no effect is refused.
    private static void RequireLeftOut(
        ParseResult parsed,
        EstimatorSettings estimator,
        string reason,
        params string[] options
    )
    {
        foreach (var option in options)
        {
            if (parsed.GetResult(option) is OptionResult { Implicit: false, Tokens: [var given, ..] })
            {
                throw new InputException($"{option} {given.Value}: {estimator.Name} {reason}; leave it out");
            }
        }
    }

    private OptimizerSettings OptimizerOf(ParseResult parsed)
    {
        OptimizerSettings named = catalogues.Optimizers.Find(Text(parsed, "--optimizer"));
        OptimizerSettings optimizer = named.GetType() == Usual.Optimizer.GetType() ? Usual.Optimizer : named;
        return optimizer with { LearningRate = Number(parsed, "--learning-rate") };
    }

    private static string Text(ParseResult parsed, string option) => parsed.GetRequiredValue<string>(option);

    private static int Whole(ParseResult parsed, string option) => (int)parsed.GetValue<long>(option);

    private static double Number(ParseResult parsed, string option) => parsed.GetValue<double?>(option)!.Value;

    private static Option<long> Whole(string name, string description, long standard, long high, long low = 1) =>
        WholeNumberOption.Create(name, description, standard, low, high);

    private static Option<string> Choice<TNamed>(
        string name,
        string description,
        IEnumerable<TNamed> known,
        TNamed standard
    )
        where TNamed : INamed =>
        ChoiceOption.Create(name, description, [.. known.Select(entry => entry.Name)], standard.Name);
}
