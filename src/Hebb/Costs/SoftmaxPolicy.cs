using System.Numerics;
using Hebb.Numerics;

namespace Hebb.Costs;

/// <summary>What both costs of a policy share: pi = softmax(kappa y), with kappa the scale of the readout.</summary>
internal static class SoftmaxPolicy
{
    /// <summary>The action of a target row, which begins with it.</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="outputs">How many actions there are.</param>
    /// <param name="target">The row.</param>
    /// <exception cref="ArgumentException">There is no such action.</exception>
    public static int Action<T>(int outputs, ReadOnlySpan<T> target)
        where T : unmanaged, INumberBase<T>
    {
        var action = Transcendental.RealPart(target[0]);
        return action >= 0 && action < outputs
            ? (int)action
            : throw new ArgumentException(
                $"target: action {action}; 0 to {outputs - 1} are the actions",
                nameof(target)
            );
    }

    /// <summary>The greatest kappa y and log sum exp of the rest: log pi(k) = kappa y_k - greatest - logarithm.</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="outputs">y.</param>
    /// <param name="scale">kappa.</param>
    public static T LogPartition<T>(ReadOnlySpan<T> outputs, T scale)
        where T : unmanaged, INumberBase<T>
    {
        var greatest = double.NegativeInfinity;
        foreach (var output in outputs)
        {
            greatest = Math.Max(greatest, Transcendental.RealPart(scale * output));
        }

        var shift = T.CreateTruncating(greatest);
        var sum = T.Zero;
        foreach (var output in outputs)
        {
            sum += Transcendental.Exp((scale * output) - shift);
        }

        return shift + Transcendental.Log(sum);
    }

    /// <summary>H = - sum pi log pi.</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="outputs">y.</param>
    /// <param name="scale">kappa.</param>
    /// <param name="partition">What <see cref="LogPartition"/> gives.</param>
    public static T Entropy<T>(ReadOnlySpan<T> outputs, T scale, T partition)
        where T : unmanaged, INumberBase<T>
    {
        var entropy = T.Zero;
        foreach (var output in outputs)
        {
            var logarithm = (scale * output) - partition;
            entropy -= Transcendental.Exp(logarithm) * logarithm;
        }

        return entropy;
    }

    /// <summary>The gradient of -weight log pi(action) - bonus H in y.</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="outputs">y.</param>
    /// <param name="scale">kappa.</param>
    /// <param name="partition">What <see cref="LogPartition"/> gives.</param>
    /// <param name="action">The action.</param>
    /// <param name="weight">The weight.</param>
    /// <param name="bonus">The factor of the entropy.</param>
    /// <param name="gradient">Receives it.</param>
    public static void Gradient<T>(
        ReadOnlySpan<T> outputs,
        T scale,
        T partition,
        int action,
        T weight,
        double bonus,
        Span<T> gradient
    )
        where T : unmanaged, INumberBase<T>
    {
        var factor = T.CreateTruncating(bonus);
        var entropy = bonus == 0 ? T.Zero : Entropy(outputs, scale, partition);
        for (var output = 0; output < outputs.Length; output++)
        {
            var logarithm = (scale * outputs[output]) - partition;
            var slope = weight + (factor * (logarithm + entropy));
            gradient[output] = scale * Transcendental.Exp(logarithm) * slope;
        }

        gradient[action] -= scale * weight;
    }

    /// <summary>Refuses a scale or a bonus that is not possible.</summary>
    /// <param name="readoutScale">kappa.</param>
    /// <param name="entropyBonus">The factor of the entropy.</param>
    /// <exception cref="ArgumentOutOfRangeException">One is not possible.</exception>
    public static void Require(double readoutScale, double entropyBonus)
    {
        if (!double.IsFinite(readoutScale) || readoutScale <= 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(readoutScale),
                readoutScale,
                "a positive finite number is needed"
            );
        }

        if (!double.IsFinite(entropyBonus) || entropyBonus < 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(entropyBonus),
                entropyBonus,
                "a finite number of at least 0 is needed"
            );
        }
    }
}
