using Hebb.Costs;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;

namespace Hebb.Lab.Studies.Gradients.Problems;

/// <summary>What networks are drawn for: a graph, an activation and a cost.</summary>
/// <param name="Shape">The graph's entry in the catalogue.</param>
/// <param name="Activation">The activation of its units.</param>
/// <param name="Cost">What is asked of its outputs.</param>
public sealed record GradientCombination(GradientTopology Shape, Activation Activation, ICost Cost)
{
    /// <summary>The costs that gradients are checked with: the squared error with its 1/2, cross-entropy and a linear cost.</summary>
    public static IReadOnlyList<ICost> Costs { get; } =
    [SquaredError.Half, new SoftmaxCrossEntropy(), new LinearCost()];

    /// <summary>The graph.</summary>
    public NetworkTopology Topology { get; } = Create(Shape, Activation);

    /// <inheritdoc/>
    public override string ToString() => $"{Shape.Name}, {Activation.Name}, {Cost.Name}";

    private static NetworkTopology Create(GradientTopology shape, Activation activation)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return shape.Create(activation);
    }
}
