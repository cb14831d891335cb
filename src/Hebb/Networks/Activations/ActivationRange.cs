using System.Runtime.InteropServices;

namespace Hebb.Networks.Activations;

/// <summary>Holds numbers in the range of an activation.</summary>
internal static class ActivationRange
{
    /// <summary>Brings numbers beyond an end of the range to that end; what is no number stays so. Complex numbers have no range.</summary>
    /// <param name="units">The numbers, changed in place.</param>
    public static void Hold<T>(Activation activation, Span<T> units)
        where T : unmanaged, INumberBase<T>
    {
        if (typeof(T) == typeof(float))
        {
            HoldBetween(MemoryMarshal.Cast<T, float>(units), (float)activation.Minimum, (float)activation.Maximum);
        }
        else if (typeof(T) == typeof(double))
        {
            HoldBetween(MemoryMarshal.Cast<T, double>(units), activation.Minimum, activation.Maximum);
        }
    }

    private static void HoldBetween<T>(Span<T> units, T least, T most)
        where T : unmanaged, INumber<T>
    {
        TensorPrimitives.Max(units, least, units);
        TensorPrimitives.Min(units, most, units);
    }
}
