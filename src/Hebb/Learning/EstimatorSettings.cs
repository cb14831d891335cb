using Hebb.Naming;
using Hebb.Settings;

namespace Hebb.Learning;

/// <summary>An estimator that is known by name, with what can be set in it and what is known of it: how a cost becomes a gradient.</summary>
public abstract record EstimatorSettings : INamed, ISettings
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract string Description { get; }

    /// <summary>
    /// Whether what it trains is a feedforward twin, which predicts by one pass, rather than a network that settles.
    /// </summary>
    public virtual bool IsFeedforward => false;

    /// <summary>Whether its gradient is exact, up to rounding and how far phases settle.</summary>
    public virtual bool IsExact => false;

    /// <summary>Whether it asks for phases for every parameter, too many to train with.</summary>
    public virtual bool IsSlow => false;

    /// <summary>Whether what it trains has feedback weights of its own, drawn for themselves.</summary>
    public virtual bool HasFeedback => false;

    /// <summary>Whether it differentiates plain sweeps, and so needs a relaxation that makes them.</summary>
    public virtual bool NeedsPlainSweeps => false;

    /// <summary>Which costs it can learn from.</summary>
    public virtual EstimatorCosts Costs => EstimatorCosts.Any;

    /// <summary>The largest strength of nudging that it takes; 0 where it has none.</summary>
    public virtual double LargestStrength => 0;

    /// <summary>
    /// The power of the strength with which its error vanishes, on networks that have an energy; null where it has none that is known,
    /// or where it depends on more than that.
    /// </summary>
    public virtual int? ErrorOrder => null;

    /// <summary>The colour of its curve in figures, such as <c>#0072B2</c>; null for the usual grey.</summary>
    public virtual string? Hue => null;

    /// <summary>The same with another strength of nudging; itself where it has none.</summary>
    public virtual EstimatorSettings WithStrength(double strength) => this;

    /// <summary>Makes the estimator.</summary>
    /// <param name="phases">How phases settle, and what else it needs.</param>
    /// <exception cref="ArgumentException">A setting is not possible.</exception>
    public abstract IGradientEstimator Create(EstimatorPhases phases);
}

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
