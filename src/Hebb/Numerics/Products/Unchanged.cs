using System.Runtime.Intrinsics;

namespace Hebb.Numerics.Products;

/// <summary>No function at the end of a product.</summary>
internal readonly struct Unchanged : IElementwise
{
    public static Vector<float> Apply(Vector<float> unit) => unit;

    public static Vector512<float> Apply(Vector512<float> unit) => unit;
}
