using System.Runtime.InteropServices;
using Hebb.Networks.Activations;

namespace Hebb.Networks.Recurrent;

/// <summary>The activations of gates and candidates, and the way back through them, over rows of numbers in both number types.</summary>
internal static class GateFunctions
{
    /// <summary>tanh of every number.</summary>
    public static void Tanh<T>(ReadOnlySpan<T> drives, Span<T> activities)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(float))
        {
            VectorisedActivation<Tanh>.Apply(
                MemoryMarshal.Cast<T, float>(drives),
                MemoryMarshal.Cast<T, float>(activities)
            );
        }
        else
        {
            TensorPrimitives.Tanh(drives, activities);
        }
    }

    /// <summary>1 / (1 + exp(-u)) of every number.</summary>
    public static void Sigmoid<T>(ReadOnlySpan<T> drives, Span<T> activities)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(float))
        {
            VectorisedActivation<Sigmoid>.Apply(
                MemoryMarshal.Cast<T, float>(drives),
                MemoryMarshal.Cast<T, float>(activities)
            );
        }
        else
        {
            TensorPrimitives.Sigmoid(drives, activities);
        }
    }

    /// <summary>errors times the slope of tanh, 1 - y^2, where its values were y.</summary>
    public static void ThroughTanh<T>(ReadOnlySpan<T> errors, ReadOnlySpan<T> activities, Span<T> result)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var width = Vector<T>.Count;
        var index = 0;
        for (; index <= errors.Length - width; index += width)
        {
            var activity = new Vector<T>(activities[index..]);
            (new Vector<T>(errors[index..]) * (Vector<T>.One - (activity * activity))).CopyTo(result[index..]);
        }

        for (; index < errors.Length; index++)
        {
            result[index] = errors[index] * (T.One - (activities[index] * activities[index]));
        }
    }

    /// <summary>errors times the slope of the sigmoid, y (1 - y), where its values were y.</summary>
    public static void ThroughSigmoid<T>(ReadOnlySpan<T> errors, ReadOnlySpan<T> activities, Span<T> result)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var width = Vector<T>.Count;
        var index = 0;
        for (; index <= errors.Length - width; index += width)
        {
            var activity = new Vector<T>(activities[index..]);
            (new Vector<T>(errors[index..]) * activity * (Vector<T>.One - activity)).CopyTo(result[index..]);
        }

        for (; index < errors.Length; index++)
        {
            result[index] = errors[index] * activities[index] * (T.One - activities[index]);
        }
    }
}
