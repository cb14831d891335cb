namespace Hebb.Costs;

/// <summary>The smooth L1 (Huber) cost with its kink at 1: e^2 / 2 where |e| is below 1, |e| - 1/2 beyond.</summary>
internal static class SmoothL1
{
    /// <summary>The cost's derivative in the error: e, held between -1 and 1.</summary>
    /// <param name="error">Prediction minus target.</param>
    public static T Gradient<T>(T error)
        where T : IFloatingPointIeee754<T> => T.Min(T.Max(error, -T.One), T.One);
}
