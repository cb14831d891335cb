namespace Hebb.Costs;

/// <summary>
/// C = g . y with a gradient g that is given for each example in place of a target: equilibrium propagation as a
/// vector-Jacobian product. Any loss on the outputs can be trained so, its gradient taken at the free state.
/// </summary>
public sealed record LinearCost : ICost
{
    /// <inheritdoc/>
    public string Name => "linear";

    /// <inheritdoc/>
    public bool IsAnalytic => true;

    /// <inheritdoc/>
    public double Curvature => 0;

    /// <inheritdoc/>
    public T Value<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> target)
        where T : unmanaged, INumberBase<T>
    {
        var sum = T.Zero;
        for (var output = 0; output < outputs.Length; output++)
        {
            sum += outputs[output] * target[output];
        }

        return sum;
    }

    /// <inheritdoc/>
    public void Gradient<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> target, Span<T> gradient)
        where T : unmanaged, INumberBase<T> => target.CopyTo(gradient);
}
