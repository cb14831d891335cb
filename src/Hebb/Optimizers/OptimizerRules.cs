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

    /// <summary>Refuses a step over other numbers than those that an optimizer was made for.</summary>
    /// <param name="length">How many it was made for.</param>
    public static void RequireLength(int length, int parameters, int gradient)
    {
        if (parameters != length || gradient != length)
        {
            throw new ArgumentException(
                $"The optimizer was made for {length} numbers, not for {parameters} with a gradient of {gradient}.",
                nameof(gradient)
            );
        }
    }
}
