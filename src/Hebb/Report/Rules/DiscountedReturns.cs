namespace Hebb.Report.Rules;

/// <summary>Monte-Carlo returns of a finished episode.</summary>
internal static class DiscountedReturns
{
    // The report's code adds float32's machine epsilon whatever the number type.
    private const double Epsilon = 1.1920928955078125e-07;

    /// <summary>
    /// G_t = r_t + gamma G_{t+1}, then shifted and scaled to mean 0 and (unbiased) standard deviation 1 over the
    /// episode, as the report's code does: (G - mean) / (deviation + 2^-23). The end of the episode has no value,
    /// whatever ended it.
    /// </summary>
    /// <param name="rewards">r, one a step.</param>
    /// <param name="discount">gamma.</param>
    /// <param name="returns">Receives the standardised returns, one a step; zeros for an episode of one step.</param>
    public static void Standardised<T>(ReadOnlySpan<T> rewards, T discount, Span<T> returns)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var next = T.Zero;
        var sum = T.Zero;
        for (var step = rewards.Length - 1; step >= 0; step--)
        {
            next = rewards[step] + (discount * next);
            returns[step] = next;
            sum += next;
        }

        if (rewards.Length < 2)
        {
            returns[..rewards.Length].Clear();
            return;
        }

        var mean = sum / T.CreateTruncating(rewards.Length);
        var squares = T.Zero;
        foreach (var value in returns[..rewards.Length])
        {
            squares += (value - mean) * (value - mean);
        }

        var deviation = T.Sqrt(squares / T.CreateTruncating(rewards.Length - 1)) + T.CreateTruncating(Epsilon);
        for (var step = 0; step < rewards.Length; step++)
        {
            returns[step] = (returns[step] - mean) / deviation;
        }
    }
}
