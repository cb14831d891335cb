using System.Runtime.InteropServices;

namespace Hebb.Networks.Activations;

/// <summary>
/// An activation over rows of float32, whole vectors at a time. The remainder goes through a vector too, so that what a
/// number becomes does not depend on where it stands.
/// </summary>
internal static class VectorisedActivation<TActivation>
    where TActivation : struct, IActivation
{
    /// <summary>rho(u).</summary>
    /// <param name="drives">u.</param>
    /// <param name="activities">Receives rho(u); as long; may be the same numbers.</param>
    public static void Apply(ReadOnlySpan<float> drives, Span<float> activities) => Run<Activity>(drives, activities);

    /// <summary>rho'(u).</summary>
    /// <param name="drives">u.</param>
    /// <param name="slopes">Receives rho'(u); as long; may be the same numbers.</param>
    public static void Derivative(ReadOnlySpan<float> drives, Span<float> slopes) => Run<Slope>(drives, slopes);

    private static void Run<TFunction>(ReadOnlySpan<float> numbers, Span<float> results)
        where TFunction : struct, IFunction
    {
        var from = MemoryMarshal.Cast<float, Vector<float>>(numbers);
        var to = MemoryMarshal.Cast<float, Vector<float>>(results);
        for (var index = 0; index < from.Length; index++)
        {
            to[index] = TFunction.Of(from[index]);
        }

        var whole = from.Length * Vector<float>.Count;
        if (whole < numbers.Length)
        {
            Span<float> rest = stackalloc float[Vector<float>.Count];
            rest.Clear();
            numbers[whole..].CopyTo(rest);
            TFunction.Of(new Vector<float>(rest)).CopyTo(rest);
            rest[..(numbers.Length - whole)].CopyTo(results[whole..]);
        }
    }

    private interface IFunction
    {
        static abstract Vector<float> Of(Vector<float> numbers);
    }

    private readonly struct Activity : IFunction
    {
        public static Vector<float> Of(Vector<float> numbers) => TActivation.Apply(numbers);
    }

    private readonly struct Slope : IFunction
    {
        public static Vector<float> Of(Vector<float> numbers) => TActivation.Derivative(numbers);
    }
}
