namespace Hebb.Lab.Studies.Gradients.Problems;

/// <summary>What a gradient is compared with.</summary>
public enum GradientReference
{
    /// <summary>Implicit differentiation at the fixed point, settled to the last digits: the judge of all estimators.</summary>
    RecurrentBackpropagation,

    /// <summary>Backpropagation through so many sweeps that the network has settled.</summary>
    BackpropagationThroughSweeps,

    /// <summary>Central differences of the cost of the settled outputs.</summary>
    CentralDifferences,

    /// <summary>Central differences of the cost of the feedforward twin's outputs.</summary>
    FeedforwardDifferences,
}
