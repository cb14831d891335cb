namespace Hebb.Networks.Activations;

/// <summary>Arithmetic at the ends of a range that an activation approaches and never reaches.</summary>
public static class OpenRange
{
    /// <summary>
    /// How near an activity may come to an end of its range before its drive would be infinite: the spacing of numbers
    /// at 1.
    /// </summary>
    public static T Margin<T>()
        where T : IFloatingPointIeee754<T> => T.BitIncrement(T.One) - T.One;

    /// <summary>x ln x, which is 0 at 0.</summary>
    /// <param name="x">At least 0.</param>
    public static T TimesLogarithm<T>(T x)
        where T : IFloatingPointIeee754<T> => x == T.Zero ? T.Zero : x * T.Log(x);
}
