using System.Runtime.Intrinsics;

namespace Hebb.Numerics.Products;

/// <summary>A function of every number for itself, as a type: kernels are compiled for it.</summary>
internal interface IElementwise
{
    /// <summary>The function, lane by lane.</summary>
    static abstract Vector<float> Apply(Vector<float> unit);

    /// <summary>The function, lane by lane, over the widest registers.</summary>
    static abstract Vector512<float> Apply(Vector512<float> unit);
}
