using System.Runtime.Intrinsics;
using Hebb.Numerics.Products;

namespace Hebb.Networks.Activations;

/// <summary>An activation as the function at the end of a matrix product.</summary>
internal readonly struct ActivationFunction<TActivation> : IElementwise
    where TActivation : struct, IActivation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Apply(Vector<float> unit) => TActivation.Apply(unit);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Apply(Vector512<float> unit) => TActivation.Apply(unit);
}
