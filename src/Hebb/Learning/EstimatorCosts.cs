namespace Hebb.Learning;

/// <summary>Which costs an estimator can learn from.</summary>
public enum EstimatorCosts
{
    /// <summary>Any.</summary>
    Any,

    /// <summary>Those that continue into the complex plane and ask one number of every output.</summary>
    Analytic,

    /// <summary>The squared error, whose targets are values of the outputs.</summary>
    SquaredError,
}
