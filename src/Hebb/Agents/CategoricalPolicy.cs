using Hebb.Numerics;

namespace Hebb.Agents;

/// <summary>pi(a) = softmax(y)_a, the policy that every actor of the report draws its actions from.</summary>
public static class CategoricalPolicy
{
    /// <summary>Turns logits into probabilities and draws an action.</summary>
    /// <param name="logits">y, one number an action.</param>
    /// <param name="random">Where the one uniform number comes from.</param>
    /// <param name="probabilities">Receives softmax(y).</param>
    /// <returns>The action drawn; the last one where the logits are not numbers.</returns>
    public static int Sample<T>(ReadOnlySpan<T> logits, Pcg64 random, Span<T> probabilities)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(random);
        Probabilities(logits, probabilities);

        // In float64 whatever the number type: a uniform number rounded to 1 would choose an impossible action.
        var remaining = random.NextDouble();
        for (var action = 0; action < logits.Length - 1; action++)
        {
            remaining -= double.CreateTruncating(probabilities[action]);
            if (remaining < 0)
            {
                return action;
            }
        }

        return logits.Length - 1;
    }

    /// <summary>softmax(y), shifted by the greatest logit so that nothing overflows.</summary>
    /// <param name="logits">y.</param>
    /// <param name="probabilities">Receives the probabilities.</param>
    public static void Probabilities<T>(ReadOnlySpan<T> logits, Span<T> probabilities)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var greatest = Greatest(logits);
        var sum = T.Zero;
        for (var action = 0; action < logits.Length; action++)
        {
            probabilities[action] = T.Exp(logits[action] - greatest);
            sum += probabilities[action];
        }

        for (var action = 0; action < logits.Length; action++)
        {
            probabilities[action] /= sum;
        }
    }

    /// <summary>log pi(a), exact also where the probability rounds to zero.</summary>
    /// <param name="logits">y.</param>
    public static T LogProbability<T>(ReadOnlySpan<T> logits, int action)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var greatest = Greatest(logits);
        var sum = T.Zero;
        foreach (var logit in logits)
        {
            sum += T.Exp(logit - greatest);
        }

        return logits[action] - greatest - T.Log(sum);
    }

    private static T Greatest<T>(ReadOnlySpan<T> logits)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var greatest = logits[0];
        foreach (var logit in logits)
        {
            greatest = T.Max(greatest, logit);
        }

        return greatest;
    }
}
