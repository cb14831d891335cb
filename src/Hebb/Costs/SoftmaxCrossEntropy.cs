using Hebb.Numerics;

namespace Hebb.Costs;

/// <summary>
/// C = -sum y' log softmax(y), where y' are probabilities that add up to one: classification. On a
/// <see cref="Hebb.Networks.Topology.LayerRole.Readout"/> it is the softmax readout of Laborieux et al. (2021, section 3.3); on linear
/// outputs the softmax is taken of settled units that act back.
/// </summary>
public sealed record SoftmaxCrossEntropy : ICost
{
    /// <inheritdoc/>
    public string Name => "cross-entropy";

    /// <inheritdoc/>
    public bool IsAnalytic => true;

    /// <inheritdoc/>
    public double Curvature => 0;

    /// <inheritdoc/>
    public T Value<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> target)
        where T : unmanaged, INumberBase<T>
    {
        var highest = Highest(outputs);
        var sum = T.Zero;
        foreach (var output in outputs)
        {
            sum += Transcendental.Exp(output - highest);
        }

        var logarithm = highest + Transcendental.Log(sum);
        var cost = T.Zero;
        for (var output = 0; output < outputs.Length; output++)
        {
            cost += target[output] * (logarithm - outputs[output]);
        }

        return cost;
    }

    /// <inheritdoc/>
    public void Gradient<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> target, Span<T> gradient)
        where T : unmanaged, INumberBase<T>
    {
        Softmax(outputs, gradient);
        for (var output = 0; output < outputs.Length; output++)
        {
            gradient[output] -= target[output];
        }
    }

    /// <summary>softmax(y): the probabilities that the outputs stand for.</summary>
    /// <param name="outputs">y.</param>
    /// <param name="probabilities">Receives them; may be the same numbers.</param>
    public static void Softmax<T>(ReadOnlySpan<T> outputs, Span<T> probabilities)
        where T : unmanaged, INumberBase<T>
    {
        var highest = Highest(outputs);
        var sum = T.Zero;
        for (var output = 0; output < outputs.Length; output++)
        {
            probabilities[output] = Transcendental.Exp(outputs[output] - highest);
            sum += probabilities[output];
        }

        for (var output = 0; output < outputs.Length; output++)
        {
            probabilities[output] /= sum;
        }
    }

    // A real number to take off every output so that no exponential is too large; it changes no result.
    private static T Highest<T>(ReadOnlySpan<T> outputs)
        where T : unmanaged, INumberBase<T>
    {
        var highest = Transcendental.RealPart(outputs[0]);
        foreach (var output in outputs)
        {
            highest = Math.Max(highest, Transcendental.RealPart(output));
        }

        return T.CreateTruncating(highest);
    }
}
