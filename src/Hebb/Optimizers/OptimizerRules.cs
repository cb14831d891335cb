namespace Hebb.Optimizers;

/// <summary>What an optimizer can be asked.</summary>
internal static class OptimizerRules
{
    /// <summary>Refuses a step size that is not positive and finite.</summary>
    public static void RequireRate(double rate, [CallerArgumentExpression(nameof(rate))] string? name = null)
    {
        if (!double.IsFinite(rate) || rate <= 0)
        {
            throw new ArgumentOutOfRangeException(name, rate, "a positive finite number is needed");
        }
    }
}
