namespace Hebb.Numerics.Products;

/// <summary>Tiles of scale left' right, or target plus that, of four rows and of one.</summary>
/// <remarks>
/// Written out, not looped over: only then do the sums stay in registers. Every tile adds up a row's products in the same
/// order, so that a row's result does not depend on the rows beside it.
/// </remarks>
internal static class OuterProductTiles
{
    /// <summary>Four rows by two vectors.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void FourByTwo<TLanes, TVector>(in OuterSum outer, nint row, nint column)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        ref readonly var left = ref Unsafe.Add(ref Unsafe.AsRef(in outer.Left), row);
        ref readonly var right = ref Unsafe.Add(ref Unsafe.AsRef(in outer.Right), column);
        var leftStride = outer.LeftStride;
        var rightStride = outer.RightStride;
        var depth = outer.Depth;
        var sum00 = TLanes.Zero;
        var sum01 = TLanes.Zero;
        var sum10 = TLanes.Zero;
        var sum11 = TLanes.Zero;
        var sum20 = TLanes.Zero;
        var sum21 = TLanes.Zero;
        var sum30 = TLanes.Zero;
        var sum31 = TLanes.Zero;
        for (nint index = 0; index < depth; index++)
        {
            var right0 = TLanes.Load(in right, 0);
            var right1 = TLanes.Load(in right, TLanes.Count);
            var number0 = TLanes.Create(left);
            sum00 = TLanes.MultiplyAdd(number0, right0, sum00);
            sum01 = TLanes.MultiplyAdd(number0, right1, sum01);
            var number1 = TLanes.Create(Unsafe.Add(ref Unsafe.AsRef(in left), 1));
            sum10 = TLanes.MultiplyAdd(number1, right0, sum10);
            sum11 = TLanes.MultiplyAdd(number1, right1, sum11);
            var number2 = TLanes.Create(Unsafe.Add(ref Unsafe.AsRef(in left), 2));
            sum20 = TLanes.MultiplyAdd(number2, right0, sum20);
            sum21 = TLanes.MultiplyAdd(number2, right1, sum21);
            var number3 = TLanes.Create(Unsafe.Add(ref Unsafe.AsRef(in left), 3));
            sum30 = TLanes.MultiplyAdd(number3, right0, sum30);
            sum31 = TLanes.MultiplyAdd(number3, right1, sum31);
            left = ref Unsafe.Add(ref Unsafe.AsRef(in left), leftStride);
            right = ref Unsafe.Add(ref Unsafe.AsRef(in right), rightStride);
        }

        var factor = TLanes.Create(outer.Scale);
        var adds = outer.Adds;
        var targetStride = outer.TargetStride;
        ref var target = ref Unsafe.Add(ref outer.Target, (row * targetStride) + column);
        Put<TLanes, TVector>(factor, sum00, adds, ref target, 0);
        Put<TLanes, TVector>(factor, sum01, adds, ref target, TLanes.Count);
        Put<TLanes, TVector>(factor, sum10, adds, ref target, targetStride);
        Put<TLanes, TVector>(factor, sum11, adds, ref target, targetStride + TLanes.Count);
        Put<TLanes, TVector>(factor, sum20, adds, ref target, 2 * targetStride);
        Put<TLanes, TVector>(factor, sum21, adds, ref target, (2 * targetStride) + TLanes.Count);
        Put<TLanes, TVector>(factor, sum30, adds, ref target, 3 * targetStride);
        Put<TLanes, TVector>(factor, sum31, adds, ref target, (3 * targetStride) + TLanes.Count);
    }

    /// <summary>Four rows by one vector.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void FourByOne<TLanes, TVector>(in OuterSum outer, nint row, nint column)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        ref readonly var left = ref Unsafe.Add(ref Unsafe.AsRef(in outer.Left), row);
        ref readonly var right = ref Unsafe.Add(ref Unsafe.AsRef(in outer.Right), column);
        var leftStride = outer.LeftStride;
        var rightStride = outer.RightStride;
        var depth = outer.Depth;
        var sum00 = TLanes.Zero;
        var sum10 = TLanes.Zero;
        var sum20 = TLanes.Zero;
        var sum30 = TLanes.Zero;
        for (nint index = 0; index < depth; index++)
        {
            var right0 = TLanes.Load(in right, 0);
            var number0 = TLanes.Create(left);
            sum00 = TLanes.MultiplyAdd(number0, right0, sum00);
            var number1 = TLanes.Create(Unsafe.Add(ref Unsafe.AsRef(in left), 1));
            sum10 = TLanes.MultiplyAdd(number1, right0, sum10);
            var number2 = TLanes.Create(Unsafe.Add(ref Unsafe.AsRef(in left), 2));
            sum20 = TLanes.MultiplyAdd(number2, right0, sum20);
            var number3 = TLanes.Create(Unsafe.Add(ref Unsafe.AsRef(in left), 3));
            sum30 = TLanes.MultiplyAdd(number3, right0, sum30);
            left = ref Unsafe.Add(ref Unsafe.AsRef(in left), leftStride);
            right = ref Unsafe.Add(ref Unsafe.AsRef(in right), rightStride);
        }

        var factor = TLanes.Create(outer.Scale);
        var adds = outer.Adds;
        var targetStride = outer.TargetStride;
        ref var target = ref Unsafe.Add(ref outer.Target, (row * targetStride) + column);
        Put<TLanes, TVector>(factor, sum00, adds, ref target, 0);
        Put<TLanes, TVector>(factor, sum10, adds, ref target, targetStride);
        Put<TLanes, TVector>(factor, sum20, adds, ref target, 2 * targetStride);
        Put<TLanes, TVector>(factor, sum30, adds, ref target, 3 * targetStride);
    }

    /// <summary>One row by one vector.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void OneByOne<TLanes, TVector>(in OuterSum outer, nint row, nint column)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        ref readonly var left = ref Unsafe.Add(ref Unsafe.AsRef(in outer.Left), row);
        ref readonly var right = ref Unsafe.Add(ref Unsafe.AsRef(in outer.Right), column);
        var leftStride = outer.LeftStride;
        var rightStride = outer.RightStride;
        var depth = outer.Depth;
        var sum00 = TLanes.Zero;
        for (nint index = 0; index < depth; index++)
        {
            var right0 = TLanes.Load(in right, 0);
            var number0 = TLanes.Create(left);
            sum00 = TLanes.MultiplyAdd(number0, right0, sum00);
            left = ref Unsafe.Add(ref Unsafe.AsRef(in left), leftStride);
            right = ref Unsafe.Add(ref Unsafe.AsRef(in right), rightStride);
        }

        var factor = TLanes.Create(outer.Scale);
        var adds = outer.Adds;
        ref var target = ref Unsafe.Add(ref outer.Target, (row * outer.TargetStride) + column);
        Put<TLanes, TVector>(factor, sum00, adds, ref target, 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Put<TLanes, TVector>(TVector factor, TVector sum, bool adds, ref float target, nint offset)
        where TVector : struct
        where TLanes : struct, ILanes<TVector> =>
        TLanes.Store(
            adds ? TLanes.MultiplyAdd(factor, sum, TLanes.Load(in target, offset)) : TLanes.Multiply(factor, sum),
            ref target,
            offset
        );
}
