using Hebb.Numerics;

namespace Hebb.Costs;

/// <summary>
/// C = -min(r A, clip(r, 1 - epsilon, 1 + epsilon) A) - bonus H(pi), with r = pi(a) / pi_old(a) and pi = softmax(kappa y):
/// proximal policy optimization (Schulman et al. 2017, eq. 7). A target row is the action a, its advantage A, and
/// log pi_old(a), the logarithm of its probability when it was chosen.
/// </summary>
/// <remarks>For kappa see <see cref="PolicyGradientCost"/>, which this is at r = 1.</remarks>
public sealed class ClippedPolicyCost : ICost
{
    /// <summary>A cost.</summary>
    /// <param name="readoutScale">kappa; positive.</param>
    /// <param name="clip">epsilon; positive.</param>
    /// <param name="entropyBonus">The factor of the entropy H; at least 0.</param>
    public ClippedPolicyCost(double readoutScale = 1, double clip = 0.2, double entropyBonus = 0)
    {
        SoftmaxPolicy.Require(readoutScale, entropyBonus);
        ReadoutScale = readoutScale;
        EntropyBonus = entropyBonus;
        Clip = clip;
    }

    /// <summary>kappa: logits are kappa y.</summary>
    public double ReadoutScale { get; }

    /// <summary>The factor of the entropy.</summary>
    public double EntropyBonus { get; }

    /// <summary>epsilon, how far the ratio may go from 1 before there is nothing more to gain; a schedule sets it between updates.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive and finite.</exception>
    public double Clip
    {
        get;
        set
        {
            if (!double.IsFinite(value) || value <= 0)
            {
                throw new ArgumentOutOfRangeException(nameof(value), value, "clip: a positive finite number is needed");
            }

            field = value;
        }
    }

    /// <inheritdoc/>
    public string Name => CostCatalogue.ClippedPolicy;

    /// <inheritdoc/>
    public bool IsAnalytic => false;

    /// <inheritdoc/>
    public double Curvature => 0;

    /// <inheritdoc/>
    public int TargetSize(int outputs) => 3;

    /// <inheritdoc/>
    public T Value<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> target)
        where T : unmanaged, INumberBase<T>
    {
        var scale = T.CreateTruncating(ReadoutScale);
        return Cost(outputs, target, scale, SoftmaxPolicy.LogPartition(outputs, scale), out _);
    }

    /// <inheritdoc/>
    public void Gradient<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> target, Span<T> gradient)
        where T : unmanaged, INumberBase<T> => Evaluate(outputs, target, gradient);

    /// <inheritdoc/>
    public double Evaluate<T>(ReadOnlyMatrixSpan<T> outputs, ReadOnlyMatrixSpan<T> targets, MatrixSpan<T> gradients)
        where T : unmanaged, INumberBase<T>
    {
        var sum = 0.0;
        for (var row = 0; row < outputs.Rows; row++)
        {
            sum += Transcendental.RealPart(Evaluate(outputs[row], targets[row], gradients[row]));
        }

        return sum;
    }

    private T Evaluate<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> target, Span<T> gradient)
        where T : unmanaged, INumberBase<T>
    {
        var scale = T.CreateTruncating(ReadoutScale);
        var action = SoftmaxPolicy.Action(outputs.Length, target);
        var partition = SoftmaxPolicy.Probabilities(outputs, scale, gradient);
        var cost = Cost(outputs, target, scale, partition, out var weight);
        SoftmaxPolicy.ToGradient(outputs, scale, partition, action, weight, EntropyBonus, gradient);
        return cost;
    }

    // The weight is r A, and 0 where the minimum takes the clipped term, which does not depend on the outputs.
    private T Cost<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> target, T scale, T partition, out T weight)
        where T : unmanaged, INumberBase<T>
    {
        var action = SoftmaxPolicy.Action(outputs.Length, target);
        var ratio = Transcendental.Exp((scale * outputs[action]) - partition - target[2]);
        var advantage = Transcendental.RealPart(target[1]);
        weight = ratio * target[1];
        var gain = weight;
        if (IsClipped(Transcendental.RealPart(ratio), advantage))
        {
            weight = T.Zero;
            gain = T.CreateTruncating(advantage > 0 ? 1 + Clip : 1 - Clip) * target[1];
        }

        return EntropyBonus == 0
            ? -gain
            : -gain - (T.CreateTruncating(EntropyBonus) * SoftmaxPolicy.Entropy(outputs, scale, partition));
    }

    // Only where the ratio has gone the way that the advantage drives it.
    private bool IsClipped(double ratio, double advantage) =>
        advantage > 0 ? ratio > 1 + Clip : advantage < 0 && ratio < 1 - Clip;
}
