using Hebb.Catalogues;
using Hebb.Cli.Consoles;
using Hebb.Cli.Options;
using Hebb.Lab.Data;
using Hebb.Lab.Runs;
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
/// <param name="catalogues">All that they can name.</param>
internal sealed class SupervisedArguments(CatalogueSet catalogues)
{
    private const string SquaredError = "squared-error";
    private const string CrossEntropy = "cross-entropy";
    private const string BySweeps = "sweeps";
    private const string ByResidual = "residual";
    private const double StandardTolerance = 1e-3;
    private const int MostSweeps = 1_000_000;

    private readonly Option<string> _data = new("--data")
    {
        Description =
            $"The dataset: {string.Join(" or ", DatasetCatalogue.All.Select(source => source.Name))}, downloaded where it is not on this machine, or a directory with four files like MNIST's.",
        HelpName = "NAME|DIR",
        DefaultValueFactory = _ => "fashion-mnist",
    };

    private readonly Option<long> _examples = WholeNumberOption.Create(
        "--examples",
        "The number of training examples, taken from the start of the dataset; 0 for all.",
        standard: 0,
        low: 0,
        high: int.MaxValue
    );

    private readonly Option<ImmutableArray<int>> _hidden = HiddenOption.Create();

    private readonly Option<string> _activation = ChoiceOption.Create(
        "--activation",
        "The activation of hidden units",
        catalogues.Activations.Names,
        "hard-sigmoid"
    );

    private readonly Option<string> _outputActivation = ChoiceOption.Create(
        "--output-activation",
        "The activation of output units; those of a readout are linear",
        catalogues.Activations.Names,
        "linear"
    );

    private readonly Option<string> _cost = ChoiceOption.Create(
        "--cost",
        "The cost; with cross-entropy the outputs are a softmax readout",
        [SquaredError, CrossEntropy],
        SquaredError
    );

    private readonly Option<double?> _gain = NumberOption.Positive(
        "--gain",
        "A factor on the initial weights, positive.",
        standard: 1
    );

    private readonly Option<string> _estimator = ChoiceOption.Create(
        "--estimator",
        "The gradient estimator",
        [.. SupervisedModel.EstimatorsOf(catalogues).Select(entry => entry.Name)],
        "symmetric"
    );

    private readonly Option<double?> _beta = NumberOption.NotZero(
        "--beta",
        "The nudging strength, other than 0.",
        standard: 0.5
    );

    private readonly Option<long> _freeSweeps = WholeNumberOption.Create(
        "--free-sweeps",
        "Sweeps of the free phase, at most where it stops by its residual.",
        standard: 30,
        low: 1,
        high: MostSweeps
    );

    private readonly Option<long> _nudgedSweeps = WholeNumberOption.Create(
        "--nudged-sweeps",
        "Sweeps of each nudged phase, at most where it stops by its residual.",
        standard: 10,
        low: 1,
        high: MostSweeps
    );

    private readonly Option<string> _stop = ChoiceOption.Create(
        "--stop",
        "When an example has settled: after its sweeps, or once no unit moves further than the tolerance",
        [BySweeps, ByResidual],
        BySweeps
    );

    private readonly Option<double?> _tolerance = NumberOption.Positive(
        "--tolerance",
        $"How far a unit of a settled example may move in a sweep, with --stop residual. [default: {StandardTolerance}]",
        standard: null
    );

    private readonly Option<string> _optimizer = ChoiceOption.Create(
        "--optimizer",
        "The optimizer",
        catalogues.Optimizers.Names,
        "adam"
    );

    private readonly Option<double?> _learningRate = NumberOption.Positive(
        "--learning-rate",
        "The optimizer's step size, positive.",
        standard: 5e-4
    );

    private readonly Option<bool> _anneal = new("--anneal")
    {
        Description = "Reduce the learning rate after each epoch, towards 0.",
    };

    private readonly Option<long> _threads = WholeNumberOption.Create(
        "--threads",
        "The number of threads that share each batch; useful for wide networks.",
        standard: 1,
        low: 1,
        high: 1024
    );

    private readonly Option<long> _batch = WholeNumberOption.Create(
        "--batch",
        "The examples of a batch, at most the number of training examples.",
        standard: 64,
        low: 1,
        high: int.MaxValue
    );

    private readonly Option<long> _epochs = WholeNumberOption.Create(
        "--epochs",
        "The number of passes through the training examples.",
        standard: 10,
        low: 1,
        high: 100_000
    );

    private readonly Option<long> _seed = WholeNumberOption.Create(
        "--seed",
        "The seed of weights, orders and signs.",
        standard: 0,
        low: 0,
        high: 1_000_000_000_000_000_000
    );

    private readonly Option<double?> _checkpoint = NumberOption.Positive(
        "--checkpoint",
        "The seconds from one checkpoint to the next. They change no result.",
        new RunOptions().CheckpointInterval.TotalSeconds
    );

    private readonly Option<string> _out = OutOption.Create(
        "The directory of the results: a new or an empty one, or that of the same arguments, which is gone on with.",
        SupervisedCommand.Name
    );

    /// <summary>All options, in the order of the help.</summary>
    public IReadOnlyList<Option> All =>
        [
            _data,
            _examples,
            _hidden,
            _activation,
            _outputActivation,
            _cost,
            _gain,
            _estimator,
            _beta,
            _freeSweeps,
            _nudgedSweeps,
            _stop,
            _tolerance,
            _optimizer,
            _learningRate,
            _anneal,
            _batch,
            _epochs,
            _seed,
            _threads,
            _checkpoint,
            _out,
        ];

    /// <summary>Reads them, each checked for itself.</summary>
    /// <exception cref="InputException">Two of them do not go together.</exception>
    public SupervisedOptions Read(ParseResult parsed)
    {
        var tolerance = ToleranceOf(parsed);
        var isReadout = string.Equals(parsed.GetRequiredValue(_cost), CrossEntropy, StringComparison.Ordinal);
        return new SupervisedOptions(
            new SupervisedSettings
            {
                Data = parsed.GetRequiredValue(_data),
                Examples = (int)parsed.GetValue(_examples),
                Network = new SupervisedNetwork
                {
                    Hidden = parsed.GetValue(_hidden),
                    Activation = catalogues.Activations.Find(parsed.GetRequiredValue(_activation)),
                    OutputActivation = catalogues.Activations.Find(parsed.GetRequiredValue(_outputActivation)),
                    Gain = parsed.GetValue(_gain)!.Value,
                },
                Cost = isReadout ? ClassificationCost.CrossEntropy : ClassificationCost.SquaredError,
                Estimator = EstimatorOf(parsed, tolerance),
                Relaxation = new FixedPointSettings { Tolerance = tolerance },
                Phases = new PhaseSettings
                {
                    FreeSweeps = (int)parsed.GetValue(_freeSweeps),
                    NudgedSweeps = (int)parsed.GetValue(_nudgedSweeps),
                    FreeOrder = SweepOrder.Alternating,
                    NudgedOrder = SweepOrder.Alternating,
                },
                Optimizer = OptimizerOf(parsed),
                Anneals = parsed.GetValue(_anneal),
                BatchSize = (int)parsed.GetValue(_batch),
                Epochs = (int)parsed.GetValue(_epochs),
                Threads = (int)parsed.GetValue(_threads),
            },
            (ulong)parsed.GetValue(_seed),
            TimeSpan.FromSeconds(parsed.GetValue(_checkpoint)!.Value),
            parsed.GetRequiredValue(_out),
            catalogues
        );
    }

    private double ToleranceOf(ParseResult parsed)
    {
        var given = parsed.GetValue(_tolerance);
        var isByResidual = string.Equals(parsed.GetValue(_stop), ByResidual, StringComparison.Ordinal);
        return isByResidual ? given ?? StandardTolerance
            : given is null ? 0
            : throw new InputException($"--tolerance {given}: it is for --stop {ByResidual} alone");
    }

    // Each takes what it knows of the options.
    private EstimatorSettings EstimatorOf(ParseResult parsed, double tolerance)
    {
        EstimatorSettings entry = catalogues.Estimators.Find(parsed.GetRequiredValue(_estimator));
        EstimatorSettings estimator =
            entry.Costs is EstimatorCosts.SquaredError ? entry : entry.WithStrength(parsed.GetValue(_beta)!.Value);
        return estimator switch
        {
            ContinualSettings continual => continual with { ContinualRate = parsed.GetValue(_learningRate)!.Value },
            RecurrentBackpropagationSettings recurrent => recurrent with
            {
                ErrorTolerance = tolerance,
                ErrorIterations = (int)parsed.GetValue(_nudgedSweeps),
            },
            _ => estimator,
        };
    }

    private OptimizerSettings OptimizerOf(ParseResult parsed)
    {
        var usual = new SupervisedSettings().Optimizer;
        OptimizerSettings named = catalogues.Optimizers.Find(parsed.GetRequiredValue(_optimizer));
        OptimizerSettings optimizer = named.GetType() == usual.GetType() ? usual : named;
        return optimizer with { LearningRate = parsed.GetValue(_learningRate)!.Value };
    }
}
