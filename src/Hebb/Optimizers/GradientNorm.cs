namespace Hebb.Optimizers;

/// <summary>The length of a gradient and its limit (Pascanu et al. 2013).</summary>
public static class GradientNorm
{
    /// <summary>Shortens a gradient to a Euclidean norm where it is longer.</summary>
    /// <param name="gradient">Changed in place; one that is not finite stays as it is.</param>
    /// <param name="limit">The norm; positive, infinite for none.</param>
    public static void Limit<T>(Span<T> gradient, double limit)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (double.IsPositiveInfinity(limit))
        {
            return;
        }

        var norm = double.CreateTruncating(TensorPrimitives.Norm<T>(gradient));
        if (double.IsFinite(norm) && norm > limit)
        {
            TensorPrimitives.Multiply(gradient, T.CreateTruncating(limit / norm), gradient);
        }
    }
}
