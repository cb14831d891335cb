using Hebb.Numerics;

namespace Hebb.Costs;

/// <summary>What both costs of a policy share: pi = softmax(kappa y), with kappa the scale of the readout.</summary>
internal static class SoftmaxPolicy
{
    /// <summary>The action of a target row, which begins with it.</summary>
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

    /// <summary>log sum exp(kappa y): log pi(k) = kappa y_k less this.</summary>
    /// <param name="outputs">y.</param>
    /// <param name="scale">kappa.</param>
    public static T LogPartition<T>(ReadOnlySpan<T> outputs, T scale)
        where T : unmanaged, INumberBase<T>
    {
        var shift = Greatest(outputs, scale);
        var sum = T.Zero;
        foreach (var output in outputs)
        {
            sum += Transcendental.Exp((scale * output) - shift);
        }

        return shift + Transcendental.Log(sum);
    }

    /// <summary>H = - sum pi log pi.</summary>
    /// <param name="outputs">y.</param>
    /// <param name="scale">kappa.</param>
    /// <param name="partition">log sum exp(kappa y).</param>
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

    /// <summary>pi of every action, and the logarithm of what they were divided by.</summary>
    /// <param name="outputs">y.</param>
    /// <param name="scale">kappa.</param>
    /// <param name="probabilities">Receives pi.</param>
    /// <returns>log sum exp(kappa y): log pi(k) = kappa y_k less this.</returns>
    public static T Probabilities<T>(ReadOnlySpan<T> outputs, T scale, Span<T> probabilities)
        where T : unmanaged, INumberBase<T>
    {
        var shift = Greatest(outputs, scale);
        var sum = T.Zero;
        for (var output = 0; output < outputs.Length; output++)
        {
            probabilities[output] = Transcendental.Exp((scale * outputs[output]) - shift);
            sum += probabilities[output];
        }

        var share = T.One / sum;
        for (var output = 0; output < outputs.Length; output++)
        {
            probabilities[output] *= share;
        }

        return shift + Transcendental.Log(sum);
    }

    /// <summary>Turns pi into the gradient of -weight log pi(action) - bonus H in y.</summary>
    /// <param name="outputs">y.</param>
    /// <param name="scale">kappa.</param>
    /// <param name="partition">log sum exp(kappa y).</param>
    /// <param name="gradient">Holds pi; receives the gradient.</param>
    public static void ToGradient<T>(
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
            var slope = weight;
            if (bonus != 0)
            {
                slope += factor * ((scale * outputs[output]) - partition + entropy);
            }

            gradient[output] *= scale * slope;
        }

        gradient[action] -= scale * weight;
    }

    /// <summary>Refuses a scale or a bonus that is not possible.</summary>
    /// <param name="readoutScale">kappa.</param>
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

    // A real number to take off every logit, so that no exponential is too large; it changes no result.
    private static T Greatest<T>(ReadOnlySpan<T> outputs, T scale)
        where T : unmanaged, INumberBase<T>
    {
        var greatest = double.NegativeInfinity;
        foreach (var output in outputs)
        {
            greatest = Math.Max(greatest, Transcendental.RealPart(scale * output));
        }

        return T.CreateTruncating(greatest);
    }
}
