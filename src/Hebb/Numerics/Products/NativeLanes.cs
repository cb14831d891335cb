namespace Hebb.Numerics.Products;

/// <summary>Registers as wide as the platform's own vectors: 16 of 4 or 8 numbers on most machines.</summary>
internal readonly struct NativeLanes : ILanes<Vector<float>>
{
    public static int Count => Vector<float>.Count;

    public static int TallTile => 4;

    public static Vector<float> Zero => Vector<float>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Create(float number) => Vector.Create(number);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Load(ref readonly float source, nint offset) =>
        Vector.LoadUnsafe(in source, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector<float> vector, ref float target, nint offset) =>
        vector.StoreUnsafe(ref target, (nuint)offset);

    // Not a fused multiply-add by name: where the machine has none, that would be emulated, hundreds of times slower.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> MultiplyAdd(Vector<float> left, Vector<float> right, Vector<float> sum) =>
        Vector.MultiplyAddEstimate(left, right, sum);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Add(Vector<float> one, Vector<float> other) => one + other;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Multiply(Vector<float> one, Vector<float> other) => one * other;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Distance(Vector<float> one, Vector<float> other) => Vector.Abs(one - other);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Max(Vector<float> one, Vector<float> other) => Vector.MaxNative(one, other);

    public static float Largest(Vector<float> vector)
    {
        var largest = vector[0];
        for (var lane = 1; lane < Count; lane++)
        {
            largest = MathF.Max(largest, vector[lane]);
        }

        return largest;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector<float> vector) => Vector.Sum(vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Apply<TFunction>(Vector<float> vector)
        where TFunction : struct, IElementwise => TFunction.Apply(vector);
}
