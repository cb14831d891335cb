namespace Hebb.Learning;

/// <summary>What an estimator of the catalogue can be told; each is a property of <see cref="EstimatorOptions"/>.</summary>
public enum EstimatorSetting
{
    /// <summary><see cref="EstimatorOptions.Free"/>.</summary>
    Free,

    /// <summary><see cref="EstimatorOptions.Nudged"/>.</summary>
    Nudged,

    /// <summary><see cref="EstimatorOptions.Beta"/>.</summary>
    Beta,

    /// <summary><see cref="EstimatorOptions.Points"/>.</summary>
    Points,

    /// <summary><see cref="EstimatorOptions.LearningRate"/>.</summary>
    LearningRate,

    /// <summary><see cref="EstimatorOptions.Share"/>.</summary>
    Share,

    /// <summary><see cref="EstimatorOptions.Sweeps"/>.</summary>
    Sweeps,

    /// <summary><see cref="EstimatorOptions.Order"/>.</summary>
    Order,

    /// <summary><see cref="EstimatorOptions.Tolerance"/>.</summary>
    Tolerance,

    /// <summary><see cref="EstimatorOptions.MaxIterations"/>.</summary>
    MaxIterations,

    /// <summary><see cref="EstimatorOptions.Step"/>.</summary>
    Step,

    /// <summary><see cref="EstimatorOptions.Random"/>.</summary>
    Random,
}
