namespace Hebb.Lab.Studies.Gradients;

/// <summary>What theory predicts for an estimator on a combination: one of the records below.</summary>
public abstract record GradientExpectation
{
    private GradientExpectation() { }

    /// <summary>How tables write it.</summary>
    public abstract string Text { get; }

    /// <summary>The error falls as a power of beta.</summary>
    /// <param name="Power">The power; at least 1.</param>
    public sealed record Order(int Power) : GradientExpectation
    {
        /// <summary>How far a measured order may be from the power: 0.1 up to order 2, 0.3 above, where the range is short.</summary>
        public double Tolerance => Power <= 2 ? 0.1 : 0.3;

        /// <inheritdoc/>
        public override string Text => $"{Power}";
    }

    /// <summary>The gradient is the reference's but for what settling and rounding leave.</summary>
    /// <param name="Tolerance">The relative error allowed.</param>
    public sealed record Agreement(double Tolerance) : GradientExpectation
    {
        /// <inheritdoc/>
        public override string Text => "exact";
    }

    /// <summary>The estimate is a direction of its own and is not meant to tend to the gradient.</summary>
    public sealed record None(string Reason) : GradientExpectation
    {
        /// <inheritdoc/>
        public override string Text => "none";
    }

    /// <summary>The estimator refuses the combination.</summary>
    public sealed record Refusal(string Reason) : GradientExpectation
    {
        /// <inheritdoc/>
        public override string Text => "refusal";
    }
}
