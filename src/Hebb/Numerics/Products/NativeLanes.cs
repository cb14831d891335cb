using System.Numerics;
using System.Runtime.CompilerServices;

namespace Hebb.Numerics.Products;

/// <summary>Registers as wide as the platform's own vectors: 16 of 4 or 8 numbers on most machines.</summary>
internal readonly struct NativeLanes : ILanes<Vector<float>>
{
    /// <inheritdoc/>
    public static int Count => Vector<float>.Count;

    /// <inheritdoc/>
    public static int TallTile => 4;

    /// <inheritdoc/>
    public static Vector<float> Zero => Vector<float>.Zero;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Create(float number) => Vector.Create(number);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Load(ref readonly float source, nint offset) =>
        Vector.LoadUnsafe(in source, (nuint)offset);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector<float> vector, ref float target, nint offset) =>
        vector.StoreUnsafe(ref target, (nuint)offset);

    // Not a fused multiply-add by name: where the machine has none, that would be emulated, hundreds of times slower.
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> MultiplyAdd(Vector<float> left, Vector<float> right, Vector<float> sum) =>
        Vector.MultiplyAddEstimate(left, right, sum);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Add(Vector<float> one, Vector<float> other) => one + other;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Apply<TFunction>(Vector<float> vector)
        where TFunction : struct, IElementwise => TFunction.Apply(vector);
}
