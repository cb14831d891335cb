using Hebb.Numerics;

namespace Hebb.Learning;

/// <summary>At which strengths the outputs are nudged for an estimate.</summary>
public abstract record Nudging
{
    private Nudging(double beta)
    {
        if (!double.IsFinite(beta) || beta == 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(beta),
                beta,
                "a finite number other than 0 is needed: without a nudge there is no signal"
            );
        }

        Beta = beta;
    }

    /// <summary>The strength; of either sign, never 0.</summary>
    public double Beta { get; }

    /// <summary>The name of an estimator that nudges so.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// The free state and one state nudged by beta, of either sign (Scellier and Bengio 2017): biased to first order in
    /// beta.
    /// </summary>
    /// <param name="beta">The strength; not 0.</param>
    public static Nudging OneSided(double beta) => new OneSidedNudging(beta);

    /// <summary>One-sided, with the sign drawn for each batch (Scellier and Bengio 2017, section 5): unbiased to first order on average.</summary>
    /// <param name="beta">The strength; not 0.</param>
    /// <param name="random">The stream of the signs.</param>
    public static Nudging RandomSign(double beta, IUniformSource random) => new RandomSignNudging(beta, random);

    /// <summary>Two states nudged by beta and minus beta (Laborieux et al. 2021): biased to second order.</summary>
    /// <param name="beta">The strength; not 0.</param>
    public static Nudging Symmetric(double beta) => new SymmetricNudging(beta);

    /// <summary>The strength of the first nudged phase of a batch, and of the state it is compared with: 0 is the free one.</summary>
    internal abstract (double First, double Second) Draw();

    private sealed record OneSidedNudging(double Strength) : Nudging(Strength)
    {
        public override string Name => "one-sided";

        internal override (double First, double Second) Draw() => (Beta, 0);
    }

    private sealed record RandomSignNudging(double Strength, IUniformSource Random) : Nudging(Strength)
    {
        public override string Name => "random-sign";

        internal override (double First, double Second) Draw() => (Random.NextDouble() < 0.5 ? Beta : -Beta, 0);
    }

    private sealed record SymmetricNudging(double Strength) : Nudging(Strength)
    {
        public override string Name => "symmetric";

        internal override (double First, double Second) Draw() => (Beta, -Beta);
    }
}
