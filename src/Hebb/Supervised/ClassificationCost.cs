namespace Hebb.Supervised;

/// <summary>What is asked of the outputs of a network that classifies; targets are one-hot.</summary>
public enum ClassificationCost
{
    /// <summary>Half the squared distance to the target.</summary>
    SquaredError,

    /// <summary>The cross-entropy of a softmax of the outputs, which are a readout: they act back on nothing.</summary>
    CrossEntropy,
}
