using static Hebb.Numerics.Products.OuterProductTiles;

namespace Hebb.Numerics.Products;

/// <summary>Tiles of scale left' right, or target plus that, of eight rows, for wide registers.</summary>
/// <remarks>
/// Written out, not looped over: only then do the sums stay in registers. Every tile adds up a row's products in the same
/// order, so that a row's result does not depend on the rows beside it.
/// </remarks>
internal static class TallOuterProductTiles
{
    /// <summary>Eight rows by two vectors.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void EightByTwo<TLanes, TVector>(in OuterSum outer, nint row, nint column)
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
        var sum40 = TLanes.Zero;
        var sum41 = TLanes.Zero;
        var sum50 = TLanes.Zero;
        var sum51 = TLanes.Zero;
        var sum60 = TLanes.Zero;
        var sum61 = TLanes.Zero;
        var sum70 = TLanes.Zero;
        var sum71 = TLanes.Zero;
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
            var number4 = TLanes.Create(Unsafe.Add(ref Unsafe.AsRef(in left), 4));
            sum40 = TLanes.MultiplyAdd(number4, right0, sum40);
            sum41 = TLanes.MultiplyAdd(number4, right1, sum41);
            var number5 = TLanes.Create(Unsafe.Add(ref Unsafe.AsRef(in left), 5));
            sum50 = TLanes.MultiplyAdd(number5, right0, sum50);
            sum51 = TLanes.MultiplyAdd(number5, right1, sum51);
            var number6 = TLanes.Create(Unsafe.Add(ref Unsafe.AsRef(in left), 6));
            sum60 = TLanes.MultiplyAdd(number6, right0, sum60);
            sum61 = TLanes.MultiplyAdd(number6, right1, sum61);
            var number7 = TLanes.Create(Unsafe.Add(ref Unsafe.AsRef(in left), 7));
            sum70 = TLanes.MultiplyAdd(number7, right0, sum70);
            sum71 = TLanes.MultiplyAdd(number7, right1, sum71);
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
        Put<TLanes, TVector>(factor, sum40, adds, ref target, 4 * targetStride);
        Put<TLanes, TVector>(factor, sum41, adds, ref target, (4 * targetStride) + TLanes.Count);
        Put<TLanes, TVector>(factor, sum50, adds, ref target, 5 * targetStride);
        Put<TLanes, TVector>(factor, sum51, adds, ref target, (5 * targetStride) + TLanes.Count);
        Put<TLanes, TVector>(factor, sum60, adds, ref target, 6 * targetStride);
        Put<TLanes, TVector>(factor, sum61, adds, ref target, (6 * targetStride) + TLanes.Count);
        Put<TLanes, TVector>(factor, sum70, adds, ref target, 7 * targetStride);
        Put<TLanes, TVector>(factor, sum71, adds, ref target, (7 * targetStride) + TLanes.Count);
    }

    /// <summary>Eight rows by one vector.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void EightByOne<TLanes, TVector>(in OuterSum outer, nint row, nint column)
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
        var sum40 = TLanes.Zero;
        var sum50 = TLanes.Zero;
        var sum60 = TLanes.Zero;
        var sum70 = TLanes.Zero;
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
            var number4 = TLanes.Create(Unsafe.Add(ref Unsafe.AsRef(in left), 4));
            sum40 = TLanes.MultiplyAdd(number4, right0, sum40);
            var number5 = TLanes.Create(Unsafe.Add(ref Unsafe.AsRef(in left), 5));
            sum50 = TLanes.MultiplyAdd(number5, right0, sum50);
            var number6 = TLanes.Create(Unsafe.Add(ref Unsafe.AsRef(in left), 6));
            sum60 = TLanes.MultiplyAdd(number6, right0, sum60);
            var number7 = TLanes.Create(Unsafe.Add(ref Unsafe.AsRef(in left), 7));
            sum70 = TLanes.MultiplyAdd(number7, right0, sum70);
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
        Put<TLanes, TVector>(factor, sum40, adds, ref target, 4 * targetStride);
        Put<TLanes, TVector>(factor, sum50, adds, ref target, 5 * targetStride);
        Put<TLanes, TVector>(factor, sum60, adds, ref target, 6 * targetStride);
        Put<TLanes, TVector>(factor, sum70, adds, ref target, 7 * targetStride);
    }
}
