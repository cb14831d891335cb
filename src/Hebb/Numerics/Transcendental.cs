namespace Hebb.Numerics;

/// <summary>Functions that the platform has for real and for complex numbers, under no common interface.</summary>
/// <remarks>The number type is known to the compiler, which drops the branches not taken.</remarks>
internal static class Transcendental
{
    /// <summary>exp(x).</summary>
    /// <typeparam name="T">float32, float64 or complex.</typeparam>
    public static T Exp<T>(T x)
        where T : unmanaged, INumberBase<T> =>
        x switch
        {
            float single => (T)(object)MathF.Exp(single),
            double real => (T)(object)Math.Exp(real),
            Complex complex => (T)(object)Complex.Exp(complex),
            _ => throw Unsupported<T>(),
        };

    /// <summary>The natural logarithm.</summary>
    /// <typeparam name="T">float32, float64 or complex.</typeparam>
    /// <param name="x">Positive, or complex and not 0.</param>
    public static T Log<T>(T x)
        where T : unmanaged, INumberBase<T> =>
        x switch
        {
            float single => (T)(object)MathF.Log(single),
            double real => (T)(object)Math.Log(real),
            Complex complex => (T)(object)Complex.Log(complex),
            _ => throw Unsupported<T>(),
        };

    /// <summary>The real part.</summary>
    /// <typeparam name="T">float32, float64 or complex.</typeparam>
    public static double RealPart<T>(T x)
        where T : unmanaged, INumberBase<T> =>
        x switch
        {
            float single => single,
            double real => real,
            Complex complex => complex.Real,
            _ => throw Unsupported<T>(),
        };

    /// <summary>|x|.</summary>
    /// <typeparam name="T">float32, float64 or complex.</typeparam>
    public static double Magnitude<T>(T x)
        where T : unmanaged, INumberBase<T> =>
        x switch
        {
            float single => Math.Abs(single),
            double real => Math.Abs(real),
            Complex complex => Complex.Abs(complex),
            _ => throw Unsupported<T>(),
        };

    private static NotSupportedException Unsupported<T>() =>
        new($"Numbers of type {typeof(T).Name} are not supported: float32, float64 and complex are.");
}
