using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using Hebb.Networks.Topology;

namespace Hebb.Lab.Studies.Supervised;

/// <summary>
/// Everything that the result of a supervised run depends on, apart from the numbers of the examples themselves. The same
/// configuration gives the same bits on the same kind of processor.
/// </summary>
public sealed record SupervisedConfiguration
{
    /// <summary>The dataset's name.</summary>
    public required string Dataset { get; init; }

    /// <summary>How many training examples are learned from, the first of the dataset; at least 1.</summary>
    public required int TrainingExamples { get; init; }

    /// <summary>How many test examples there are; at least 1.</summary>
    public required int TestExamples { get; init; }

    /// <summary>The inputs of an example; at least 1.</summary>
    public required int InputSize { get; init; }

    /// <summary>The classes, and so the outputs; at least 2.</summary>
    public required int Classes { get; init; }

    /// <summary>The units of each hidden layer, from the input on; at least one layer, each of at least 1 unit.</summary>
    public ImmutableArray<int> Hidden { get; init; } = [512];

    /// <summary>The name of the activation of hidden units.</summary>
    public string Activation { get; init; } = "hard-sigmoid";

    /// <summary>The name of the activation of output units; a readout is always linear.</summary>
    public string OutputActivation { get; init; } = "linear";

    /// <summary>A name of <see cref="SupervisedChoices.Costs"/>.</summary>
    public string Cost { get; init; } = "squared-error";

    /// <summary>A factor on the initial weights and biases; positive.</summary>
    public double Gain { get; init; } = 1;

    /// <summary>A name of <see cref="SupervisedChoices.Estimators"/>.</summary>
    public string Estimator { get; init; } = "symmetric";

    /// <summary>The nudging strength; not 0.</summary>
    public double Beta { get; init; } = 0.5;

    /// <summary>The sweeps of the free phase, at most where there is a tolerance; at least 1.</summary>
    public int FreeSweeps { get; init; } = 30;

    /// <summary>The sweeps of each nudged phase, at most where there is a tolerance; at least 1.</summary>
    public int NudgedSweeps { get; init; } = 10;

    /// <summary>
    /// How far a unit of a settled example may move in a sweep; 0 for phases of a fixed number of sweeps.
    /// </summary>
    public double Tolerance { get; init; }

    /// <summary>A name of <see cref="SupervisedChoices.Optimizers"/>.</summary>
    public string Optimizer { get; init; } = "adam";

    /// <summary>The optimizer's step size; positive.</summary>
    public double LearningRate { get; init; } = 5e-4;

    /// <summary>
    /// Whether the step size falls from epoch to epoch, in equal steps to one that would be 0 after the last.
    /// </summary>
    public bool Anneals { get; init; }

    /// <summary>Examples a step; from 1 to the training examples.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>How often the run goes through the training examples; at least 1.</summary>
    public int Epochs { get; init; } = 10;

    /// <summary>
    /// Threads that share each batch; at least 1. With another number sums are taken in another order, and results agree to
    /// rounding only.
    /// </summary>
    public int Threads { get; init; } = 1;

    /// <summary>The seed of all random streams.</summary>
    public ulong Seed { get; init; }

    /// <summary>The layers' sizes, such as <c>784-512-10</c>.</summary>
    [JsonIgnore]
    public string LayerText => string.Join('-', Sizes);

    /// <summary>The units of all layers.</summary>
    [JsonIgnore]
    public ImmutableArray<int> Sizes => [InputSize, .. Hidden, Classes];

    /// <summary>The settings, as one line for people.</summary>
    [JsonIgnore]
    public string SettingsText
    {
        get
        {
            var stop = Tolerance > 0 ? $", at most, to a residual of {Tolerance}" : "";
            FormattableString text =
                $"{Activation}{(SupervisedChoices.ReadsOut(Cost) ? "" : $" and {OutputActivation}")}, {Cost}, beta {Beta}, {FreeSweeps} free and {NudgedSweeps} nudged sweeps{stop}, batches of {BatchSize}, {Optimizer} {LearningRate}{(Anneals ? " annealed" : "")}, {TrainingExamples} examples, gain {Gain}, seed {Seed}";
            return text.ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>The network's graph.</summary>
    public NetworkTopology ToTopology()
    {
        var isReadout = SupervisedChoices.ReadsOut(Cost);
        var topology = NetworkTopology.Layered(
            Sizes.AsSpan(),
            Hebb.Networks.Activations.Activation.Named(Activation),
            isReadout
                ? Hebb.Networks.Activations.Activation.Linear
                : Hebb.Networks.Activations.Activation.Named(OutputActivation),
            readout: isReadout
        );
        return SupervisedChoices.HasSeparateFeedback(Estimator) ? topology.WithSeparateFeedback() : topology;
    }
}
