using Hebb.Numerics;

namespace Hebb.Costs;

/// <summary>
/// C = -A log pi(a) - bonus H(pi), with pi = softmax(kappa y): the cost whose gradient is the policy gradient (Williams 1992;
/// Mnih et al. 2016). A target row is the action a and its advantage A.
/// </summary>
/// <remarks>
/// kappa multiplies what the outputs say without making them drive the hidden units harder: with large readout weights a
/// symmetric network has several equilibria, with small ones and kappa of 4 to 8 it has one.
/// </remarks>
public sealed class PolicyGradientCost : ICost
{
    /// <summary>A cost.</summary>
    /// <param name="readoutScale">kappa; positive.</param>
    /// <param name="entropyBonus">The factor of the entropy H; at least 0.</param>
    public PolicyGradientCost(double readoutScale = 1, double entropyBonus = 0)
    {
        SoftmaxPolicy.Require(readoutScale, entropyBonus);
        ReadoutScale = readoutScale;
        EntropyBonus = entropyBonus;
    }

    /// <summary>kappa: logits are kappa y.</summary>
    public double ReadoutScale { get; }

    /// <summary>The factor of the entropy.</summary>
    public double EntropyBonus { get; }

    /// <inheritdoc/>
    public string Name => CostCatalogue.PolicyGradient;

    /// <inheritdoc/>
    public bool IsAnalytic => true;

    /// <inheritdoc/>
    public double Curvature => 0;

    /// <inheritdoc/>
    public int TargetSize(int outputs) => 2;

    /// <inheritdoc/>
    public T Value<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> target)
        where T : unmanaged, INumberBase<T>
    {
        var scale = T.CreateTruncating(ReadoutScale);
        var action = SoftmaxPolicy.Action(outputs.Length, target);
        var partition = SoftmaxPolicy.LogPartition(outputs, scale);
        var cost = target[1] * (partition - (scale * outputs[action]));
        return WithEntropy(cost, outputs, scale, partition);
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
        SoftmaxPolicy.ToGradient(outputs, scale, partition, action, target[1], EntropyBonus, gradient);
        var cost = target[1] * (partition - (scale * outputs[action]));
        return WithEntropy(cost, outputs, scale, partition);
    }

    private T WithEntropy<T>(T cost, ReadOnlySpan<T> outputs, T scale, T partition)
        where T : unmanaged, INumberBase<T> =>
        EntropyBonus == 0
            ? cost
            : cost - (T.CreateTruncating(EntropyBonus) * SoftmaxPolicy.Entropy(outputs, scale, partition));
}
