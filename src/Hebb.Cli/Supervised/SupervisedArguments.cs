using Hebb.Catalogues;
using Hebb.Cli.Consoles;
using Hebb.Cli.Options;
using Hebb.Lab.Data;
using Hebb.Learning;
using Hebb.Learning.Contrastive;
using Hebb.Learning.Exact;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Optimizers;
using Hebb.Relaxation;
using Hebb.Relaxation.Sweeps;
using Hebb.Supervised;

namespace Hebb.Cli.Supervised;

/// <summary>The options of <c>hebb supervised</c>, and what they say together.</summary>
internal static class SupervisedArguments
{
    private const string SquaredError = "squared-error";
    private const string CrossEntropy = "cross-entropy";
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
        "The number of training examples, taken from the start of the dataset; 0 for all.",
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
        "The cost; with cross-entropy the outputs are a softmax readout",
        [SquaredError, CrossEntropy],
        SquaredError
    );

    private static readonly Option<double?> Gain = NumberOption.Positive(
        "--gain",
        "A factor on the initial weights, positive.",
        standard: 1
    );

    private static readonly Option<string> Estimator = ChoiceOption.Create(
        "--estimator",
        "The gradient estimator",
        [.. SupervisedModel.Estimators.Select(entry => entry.Name)],
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
        "The optimizer",
        CatalogueSet.Standard.Optimizers.Names,
        "adam"
    );

    private static readonly Option<double?> LearningRate = NumberOption.Positive(
        "--learning-rate",
        "The optimizer's step size, positive.",
        standard: 5e-4
    );

    private static readonly Option<bool> Anneal = new("--anneal")
    {
        Description = "Reduce the learning rate after each epoch, towards 0.",
    };

    private static readonly Option<long> Threads = WholeNumberOption.Create(
        "--threads",
        "The number of threads that share each batch; useful for wide networks.",
        standard: 1,
        low: 1,
        high: 1024
    );

    private static readonly Option<long> Batch = WholeNumberOption.Create(
        "--batch",
        "The examples of a batch, at most the number of training examples.",
        standard: 64,
        low: 1,
        high: int.MaxValue
    );

    private static readonly Option<long> Epochs = WholeNumberOption.Create(
        "--epochs",
        "The number of passes through the training examples.",
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

    private static readonly Option<double?> Checkpoint = CheckpointOption.Create(
        "The seconds from one checkpoint to the next. They change no result."
    );

    private static readonly Option<string> Out = OutOption.Create(
        "The directory of the results: a new or an empty one, or that of the same arguments, which is gone on with.",
        SupervisedCommand.Name
    );

    /// <summary>All options, in the order of the help.</summary>
    public static IReadOnlyList<Option> All { get; } =
    [
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
        Checkpoint,
        Out,
    ];

    /// <summary>Reads them, each checked for itself.</summary>
    /// <exception cref="InputException">Two of them do not go together.</exception>
    public static SupervisedOptions Read(ParseResult parsed)
    {
        var tolerance = ToleranceOf(parsed);
        var isReadout = string.Equals(parsed.GetRequiredValue(Cost), CrossEntropy, StringComparison.Ordinal);
        return new SupervisedOptions(
            new SupervisedSettings
            {
                Data = parsed.GetRequiredValue(Data),
                Examples = (int)parsed.GetValue(Examples),
                Network = new SupervisedNetwork
                {
                    Hidden = parsed.GetValue(Hidden),
                    Activation = Activation.Named(parsed.GetRequiredValue(ActivationName)),
                    OutputActivation = Activation.Named(parsed.GetRequiredValue(OutputActivation)),
                    Gain = parsed.GetValue(Gain)!.Value,
                },
                Cost = isReadout ? ClassificationCost.CrossEntropy : ClassificationCost.SquaredError,
                Estimator = EstimatorOf(parsed, tolerance),
                Relaxation = new FixedPointSettings { Tolerance = tolerance },
                Phases = new PhaseSettings
                {
                    FreeSweeps = (int)parsed.GetValue(FreeSweeps),
                    NudgedSweeps = (int)parsed.GetValue(NudgedSweeps),
                    FreeOrder = SweepOrder.Alternating,
                    NudgedOrder = SweepOrder.Alternating,
                },
                Optimizer = OptimizerOf(parsed),
                Anneals = parsed.GetValue(Anneal),
                BatchSize = (int)parsed.GetValue(Batch),
                Epochs = (int)parsed.GetValue(Epochs),
                Threads = (int)parsed.GetValue(Threads),
            },
            (ulong)parsed.GetValue(Seed),
            CheckpointOption.Of(parsed, Checkpoint),
            parsed.GetRequiredValue(Out)
        );
    }

    private static double ToleranceOf(ParseResult parsed)
    {
        var given = parsed.GetValue(Tolerance);
        var isByResidual = string.Equals(parsed.GetValue(Stop), ByResidual, StringComparison.Ordinal);
        return isByResidual ? given ?? StandardTolerance
            : given is null ? 0
            : throw new InputException($"--tolerance {given}: it is for --stop {ByResidual} alone");
    }

    // Each takes what it knows of the options.
    private static EstimatorSettings EstimatorOf(ParseResult parsed, double tolerance)
    {
        EstimatorSettings entry = CatalogueSet.Standard.Estimators.Find(parsed.GetRequiredValue(Estimator));
        EstimatorSettings estimator =
            entry.Costs is EstimatorCosts.SquaredError ? entry : entry.WithStrength(parsed.GetValue(Beta)!.Value);
        return estimator switch
        {
            ContinualSettings continual => continual with { ContinualRate = parsed.GetValue(LearningRate)!.Value },
            RecurrentBackpropagationSettings recurrent => recurrent with
            {
                ErrorTolerance = tolerance,
                ErrorIterations = (int)parsed.GetValue(NudgedSweeps),
            },
            _ => estimator,
        };
    }

    private static OptimizerSettings OptimizerOf(ParseResult parsed)
    {
        var usual = new SupervisedSettings().Optimizer;
        OptimizerSettings named = CatalogueSet.Standard.Optimizers.Find(parsed.GetRequiredValue(Optimizer));
        OptimizerSettings optimizer = named.GetType() == usual.GetType() ? usual : named;
        return optimizer with { LearningRate = parsed.GetValue(LearningRate)!.Value };
    }
}
