using Hebb.Learning;
using Hebb.Learning.Contrastive;
using Hebb.Networks.Topology;
using Hebb.Optimizers;
using Hebb.Relaxation;
using Hebb.Relaxation.Sweeps;
using Hebb.Settings;

namespace Hebb.Supervised;

/// <summary>
/// Everything that the result of supervised training depends on, apart from the seed and the numbers of the examples: the same
/// settings give the same bits on the same kind of processor.
/// </summary>
public sealed record SupervisedSettings : IValidatedSettings
{
    // What a machine of today has room for, several times over: gradient, moments, states.
    private const long MostNumbers = 100_000_000;

    /// <summary>The dataset: fashion-mnist or mnist, or a directory with four files like MNIST's.</summary>
    public string Data { get; init; } = "fashion-mnist";

    /// <summary>The number of training examples, taken from the start of the dataset; 0 for all.</summary>
    [Range(0, int.MaxValue)]
    public int Examples { get; init; }

    /// <summary>The network and its start.</summary>
    public SupervisedNetwork Network { get; init; } = new();

    /// <summary>The cost; with cross-entropy the outputs are a softmax readout.</summary>
    public ClassificationCost Cost { get; init; }

    /// <summary>How a cost becomes a gradient.</summary>
    public EstimatorSettings Estimator { get; init; } = new SymmetricSettings { Beta = 0.5 };

    /// <summary>How the network settles.</summary>
    [SettingsPart("relaxation")]
    public RelaxationSettings Relaxation { get; init; } = new FixedPointSettings();

    /// <summary>How long it settles.</summary>
    [SettingsPart("relaxation")]
    public PhaseSettings Phases { get; init; } =
        new()
        {
            FreeSweeps = 30,
            NudgedSweeps = 10,
            FreeOrder = SweepOrder.Alternating,
            NudgedOrder = SweepOrder.Alternating,
        };

    /// <summary>How gradients become steps.</summary>
    public OptimizerSettings Optimizer { get; init; } = new AdamSettings { LearningRate = 5e-4, Epsilon = 1e-8 };

    /// <summary>Whether the step size falls from epoch to epoch, in equal steps to one that would be 0 after the last.</summary>
    public bool Anneals { get; init; }

    /// <summary>Examples a step; at least 1, at most as many as are learned from.</summary>
    [Range(1, int.MaxValue)]
    public int BatchSize { get; init; } = 64;

    /// <summary>How often training goes through the examples; at least 1.</summary>
    [Range(1, 100_000)]
    public int Epochs { get; init; } = 10;

    /// <summary>
    /// Threads that share each batch; at least 1. With another number sums are taken in another order, and results agree to
    /// rounding only.
    /// </summary>
    [Range(1, 1024)]
    public int Threads { get; init; } = 1;

    /// <summary>The examples of a dataset that are learned from.</summary>
    /// <param name="all">All its training examples.</param>
    /// <param name="name">The dataset's name, for the message.</param>
    /// <exception cref="ArgumentException">These settings do not fit the dataset; the message begins with the setting's name.</exception>
    public LabelledExamples ExamplesOf(LabelledExamples all, string name)
    {
        ArgumentNullException.ThrowIfNull(all);
        SettingRules.Refuse(
            Examples > all.Count,
            nameof(Examples),
            Examples,
            $"{name} has {all.Count} training examples"
        );
        var count = Examples == 0 ? all.Count : Examples;
        SettingRules.Refuse(
            BatchSize > count,
            nameof(BatchSize),
            BatchSize,
            $"at most the {count} training examples are possible"
        );
        int[] sizes = [all.InputSize, .. Network.Hidden, all.ClassCount];
        var parameters = sizes.Zip(sizes.Skip(1), (from, to) => (from + 1L) * to).Sum();
        SettingRules.Refuse(
            parameters > MostNumbers,
            $"{nameof(Network)}.{nameof(Network.Hidden)}",
            string.Join(',', Network.Hidden),
            $"the network would have {parameters} parameters; at most {MostNumbers} are possible"
        );
        SettingRules.Refuse(
            (long)sizes.Max() * BatchSize > MostNumbers,
            nameof(BatchSize),
            BatchSize,
            $"with a layer of {sizes.Max()} units at most {MostNumbers / sizes.Max()} are possible"
        );
        return all.Take(count);
    }

    /// <inheritdoc/>
    public void Validate()
    {
        SettingRules.Refuse(
            string.IsNullOrWhiteSpace(Data),
            nameof(Data),
            "empty",
            "the name of a dataset or of a directory is needed"
        );
        SettingRules.Refuse(
            Estimator.IsSlow,
            $"{nameof(Estimator)}.{nameof(Estimator.Name)}",
            Estimator.Name,
            "it needs two phases for each parameter; any other estimator is possible"
        );
        SettingRules.Refuse(
            Estimator.NeedsPlainSweeps && !Relaxation.IsPlain,
            $"{nameof(Relaxation)}.{nameof(Relaxation.Name)}",
            Relaxation.Name,
            $"fixed-point is needed with the estimator {Estimator.Name}, which differentiates plain sweeps"
        );
    }
}
