namespace Hebb.Costs;

/// <summary>
/// C = -A kappa y_a: what is left of <see cref="PolicyGradientCost"/> where nothing is subtracted from the logit of the action that was
/// taken. A target row is the action a and its advantage A.
/// </summary>
/// <remarks>
/// Its gradient is not that of any expected return: sum_a pi(a) dC/dy is -A kappa pi, not 0, so that whatever is added to all advantages
/// pulls the outputs along. It stands here to be compared with the one that is.
/// </remarks>
public sealed record ChosenLogitCost : ICost
{
    /// <summary>A cost.</summary>
    /// <param name="readoutScale">kappa; positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public ChosenLogitCost(double readoutScale = 1)
    {
        SoftmaxPolicy.Require(readoutScale, entropyBonus: 0);
        ReadoutScale = readoutScale;
    }

    /// <summary>kappa: logits are kappa y.</summary>
    public double ReadoutScale { get; }

    /// <inheritdoc/>
    public string Name => CostCatalogue.ChosenLogit;

    /// <inheritdoc/>
    public bool IsAnalytic => true;

    /// <inheritdoc/>
    public double Curvature => 0;

    /// <inheritdoc/>
    public int TargetSize(int outputs) => 2;

    /// <inheritdoc/>
    public T Value<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> target)
        where T : unmanaged, INumberBase<T> =>
        -target[1] * T.CreateTruncating(ReadoutScale) * outputs[SoftmaxPolicy.Action(outputs.Length, target)];

    /// <inheritdoc/>
    public void Gradient<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> target, Span<T> gradient)
        where T : unmanaged, INumberBase<T>
    {
        gradient.Clear();
        gradient[SoftmaxPolicy.Action(outputs.Length, target)] = -target[1] * T.CreateTruncating(ReadoutScale);
    }
}
