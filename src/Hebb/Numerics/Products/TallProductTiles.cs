namespace Hebb.Numerics.Products;

/// <summary>Tiles of f(start + left right) of eight rows, for wide registers.</summary>
/// <remarks>
/// Written out, not looped over: only then do the sums stay in registers. Every tile adds up a row's products in the same
/// order, so that a row's result does not depend on the rows beside it.
/// </remarks>
internal static class TallProductTiles
{
    /// <summary>Eight rows by two vectors.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void EightByTwo<TLanes, TVector, TFunction>(in ProductSum sum, nint row, nint column)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
        where TFunction : struct, IElementwise
    {
        var startStride = sum.StartStride;
        ref readonly var start = ref Unsafe.Add(ref Unsafe.AsRef(in sum.Start), (row * startStride) + column);
        var sum00 = TLanes.Load(in start, 0);
        var sum01 = TLanes.Load(in start, TLanes.Count);
        var sum10 = TLanes.Load(in start, startStride);
        var sum11 = TLanes.Load(in start, startStride + TLanes.Count);
        var sum20 = TLanes.Load(in start, 2 * startStride);
        var sum21 = TLanes.Load(in start, (2 * startStride) + TLanes.Count);
        var sum30 = TLanes.Load(in start, 3 * startStride);
        var sum31 = TLanes.Load(in start, (3 * startStride) + TLanes.Count);
        var sum40 = TLanes.Load(in start, 4 * startStride);
        var sum41 = TLanes.Load(in start, (4 * startStride) + TLanes.Count);
        var sum50 = TLanes.Load(in start, 5 * startStride);
        var sum51 = TLanes.Load(in start, (5 * startStride) + TLanes.Count);
        var sum60 = TLanes.Load(in start, 6 * startStride);
        var sum61 = TLanes.Load(in start, (6 * startStride) + TLanes.Count);
        var sum70 = TLanes.Load(in start, 7 * startStride);
        var sum71 = TLanes.Load(in start, (7 * startStride) + TLanes.Count);

        ref readonly var left = ref Unsafe.Add(ref Unsafe.AsRef(in sum.One.Left), row * sum.One.LeftStride);
        ref readonly var right = ref Unsafe.Add(ref Unsafe.AsRef(in sum.One.Right), column * sum.One.ColumnStep);
        var leftStride = sum.One.LeftStride;
        var rightStride = sum.One.StrideOf(2 * TLanes.Count);
        var depth = sum.One.Depth;
        var isLast = sum.Two.Depth == 0;
        while (true)
        {
            ref readonly var left1 = ref Unsafe.Add(ref Unsafe.AsRef(in left), leftStride);
            ref readonly var left2 = ref Unsafe.Add(ref Unsafe.AsRef(in left), 2 * leftStride);
            ref readonly var left3 = ref Unsafe.Add(ref Unsafe.AsRef(in left), 3 * leftStride);
            ref readonly var left4 = ref Unsafe.Add(ref Unsafe.AsRef(in left), 4 * leftStride);
            ref readonly var left5 = ref Unsafe.Add(ref Unsafe.AsRef(in left), 5 * leftStride);
            ref readonly var left6 = ref Unsafe.Add(ref Unsafe.AsRef(in left), 6 * leftStride);
            ref readonly var left7 = ref Unsafe.Add(ref Unsafe.AsRef(in left), 7 * leftStride);
            for (nint index = 0; index < depth; index++)
            {
                var right0 = TLanes.Load(in right, 0);
                var right1 = TLanes.Load(in right, TLanes.Count);
                var number0 = TLanes.Create(Unsafe.Add(ref Unsafe.AsRef(in left), index));
                sum00 = TLanes.MultiplyAdd(number0, right0, sum00);
                sum01 = TLanes.MultiplyAdd(number0, right1, sum01);
                var number1 = TLanes.Create(Unsafe.Add(ref Unsafe.AsRef(in left1), index));
                sum10 = TLanes.MultiplyAdd(number1, right0, sum10);
                sum11 = TLanes.MultiplyAdd(number1, right1, sum11);
                var number2 = TLanes.Create(Unsafe.Add(ref Unsafe.AsRef(in left2), index));
                sum20 = TLanes.MultiplyAdd(number2, right0, sum20);
                sum21 = TLanes.MultiplyAdd(number2, right1, sum21);
                var number3 = TLanes.Create(Unsafe.Add(ref Unsafe.AsRef(in left3), index));
                sum30 = TLanes.MultiplyAdd(number3, right0, sum30);
                sum31 = TLanes.MultiplyAdd(number3, right1, sum31);
                var number4 = TLanes.Create(Unsafe.Add(ref Unsafe.AsRef(in left4), index));
                sum40 = TLanes.MultiplyAdd(number4, right0, sum40);
                sum41 = TLanes.MultiplyAdd(number4, right1, sum41);
                var number5 = TLanes.Create(Unsafe.Add(ref Unsafe.AsRef(in left5), index));
                sum50 = TLanes.MultiplyAdd(number5, right0, sum50);
                sum51 = TLanes.MultiplyAdd(number5, right1, sum51);
                var number6 = TLanes.Create(Unsafe.Add(ref Unsafe.AsRef(in left6), index));
                sum60 = TLanes.MultiplyAdd(number6, right0, sum60);
                sum61 = TLanes.MultiplyAdd(number6, right1, sum61);
                var number7 = TLanes.Create(Unsafe.Add(ref Unsafe.AsRef(in left7), index));
                sum70 = TLanes.MultiplyAdd(number7, right0, sum70);
                sum71 = TLanes.MultiplyAdd(number7, right1, sum71);
                right = ref Unsafe.Add(ref Unsafe.AsRef(in right), rightStride);
            }

            if (isLast)
            {
                break;
            }

            isLast = true;
            left = ref Unsafe.Add(ref Unsafe.AsRef(in sum.Two.Left), row * sum.Two.LeftStride);
            right = ref Unsafe.Add(ref Unsafe.AsRef(in sum.Two.Right), column * sum.Two.ColumnStep);
            leftStride = sum.Two.LeftStride;
            rightStride = sum.Two.StrideOf(2 * TLanes.Count);
            depth = sum.Two.Depth;
        }

        var resultStride = sum.ResultStride;
        ref var result = ref Unsafe.Add(ref sum.Result, (row * resultStride) + column);
        TLanes.Store(TLanes.Apply<TFunction>(sum00), ref result, 0);
        TLanes.Store(TLanes.Apply<TFunction>(sum01), ref result, TLanes.Count);
        TLanes.Store(TLanes.Apply<TFunction>(sum10), ref result, resultStride);
        TLanes.Store(TLanes.Apply<TFunction>(sum11), ref result, resultStride + TLanes.Count);
        TLanes.Store(TLanes.Apply<TFunction>(sum20), ref result, 2 * resultStride);
        TLanes.Store(TLanes.Apply<TFunction>(sum21), ref result, (2 * resultStride) + TLanes.Count);
        TLanes.Store(TLanes.Apply<TFunction>(sum30), ref result, 3 * resultStride);
        TLanes.Store(TLanes.Apply<TFunction>(sum31), ref result, (3 * resultStride) + TLanes.Count);
        TLanes.Store(TLanes.Apply<TFunction>(sum40), ref result, 4 * resultStride);
        TLanes.Store(TLanes.Apply<TFunction>(sum41), ref result, (4 * resultStride) + TLanes.Count);
        TLanes.Store(TLanes.Apply<TFunction>(sum50), ref result, 5 * resultStride);
        TLanes.Store(TLanes.Apply<TFunction>(sum51), ref result, (5 * resultStride) + TLanes.Count);
        TLanes.Store(TLanes.Apply<TFunction>(sum60), ref result, 6 * resultStride);
        TLanes.Store(TLanes.Apply<TFunction>(sum61), ref result, (6 * resultStride) + TLanes.Count);
        TLanes.Store(TLanes.Apply<TFunction>(sum70), ref result, 7 * resultStride);
        TLanes.Store(TLanes.Apply<TFunction>(sum71), ref result, (7 * resultStride) + TLanes.Count);
    }

    /// <summary>Eight rows by one vector.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void EightByOne<TLanes, TVector, TFunction>(in ProductSum sum, nint row, nint column)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
        where TFunction : struct, IElementwise
    {
        var startStride = sum.StartStride;
        ref readonly var start = ref Unsafe.Add(ref Unsafe.AsRef(in sum.Start), (row * startStride) + column);
        var sum00 = TLanes.Load(in start, 0);
        var sum10 = TLanes.Load(in start, startStride);
        var sum20 = TLanes.Load(in start, 2 * startStride);
        var sum30 = TLanes.Load(in start, 3 * startStride);
        var sum40 = TLanes.Load(in start, 4 * startStride);
        var sum50 = TLanes.Load(in start, 5 * startStride);
        var sum60 = TLanes.Load(in start, 6 * startStride);
        var sum70 = TLanes.Load(in start, 7 * startStride);

        ref readonly var left = ref Unsafe.Add(ref Unsafe.AsRef(in sum.One.Left), row * sum.One.LeftStride);
        ref readonly var right = ref Unsafe.Add(ref Unsafe.AsRef(in sum.One.Right), column * sum.One.ColumnStep);
        var leftStride = sum.One.LeftStride;
        var rightStride = sum.One.StrideOf(TLanes.Count);
        var depth = sum.One.Depth;
        var isLast = sum.Two.Depth == 0;
        while (true)
        {
            ref readonly var left1 = ref Unsafe.Add(ref Unsafe.AsRef(in left), leftStride);
            ref readonly var left2 = ref Unsafe.Add(ref Unsafe.AsRef(in left), 2 * leftStride);
            ref readonly var left3 = ref Unsafe.Add(ref Unsafe.AsRef(in left), 3 * leftStride);
            ref readonly var left4 = ref Unsafe.Add(ref Unsafe.AsRef(in left), 4 * leftStride);
            ref readonly var left5 = ref Unsafe.Add(ref Unsafe.AsRef(in left), 5 * leftStride);
            ref readonly var left6 = ref Unsafe.Add(ref Unsafe.AsRef(in left), 6 * leftStride);
            ref readonly var left7 = ref Unsafe.Add(ref Unsafe.AsRef(in left), 7 * leftStride);
            for (nint index = 0; index < depth; index++)
            {
                var right0 = TLanes.Load(in right, 0);
                var number0 = TLanes.Create(Unsafe.Add(ref Unsafe.AsRef(in left), index));
                sum00 = TLanes.MultiplyAdd(number0, right0, sum00);
                var number1 = TLanes.Create(Unsafe.Add(ref Unsafe.AsRef(in left1), index));
                sum10 = TLanes.MultiplyAdd(number1, right0, sum10);
                var number2 = TLanes.Create(Unsafe.Add(ref Unsafe.AsRef(in left2), index));
                sum20 = TLanes.MultiplyAdd(number2, right0, sum20);
                var number3 = TLanes.Create(Unsafe.Add(ref Unsafe.AsRef(in left3), index));
                sum30 = TLanes.MultiplyAdd(number3, right0, sum30);
                var number4 = TLanes.Create(Unsafe.Add(ref Unsafe.AsRef(in left4), index));
                sum40 = TLanes.MultiplyAdd(number4, right0, sum40);
                var number5 = TLanes.Create(Unsafe.Add(ref Unsafe.AsRef(in left5), index));
                sum50 = TLanes.MultiplyAdd(number5, right0, sum50);
                var number6 = TLanes.Create(Unsafe.Add(ref Unsafe.AsRef(in left6), index));
                sum60 = TLanes.MultiplyAdd(number6, right0, sum60);
                var number7 = TLanes.Create(Unsafe.Add(ref Unsafe.AsRef(in left7), index));
                sum70 = TLanes.MultiplyAdd(number7, right0, sum70);
                right = ref Unsafe.Add(ref Unsafe.AsRef(in right), rightStride);
            }

            if (isLast)
            {
                break;
            }

            isLast = true;
            left = ref Unsafe.Add(ref Unsafe.AsRef(in sum.Two.Left), row * sum.Two.LeftStride);
            right = ref Unsafe.Add(ref Unsafe.AsRef(in sum.Two.Right), column * sum.Two.ColumnStep);
            leftStride = sum.Two.LeftStride;
            rightStride = sum.Two.StrideOf(TLanes.Count);
            depth = sum.Two.Depth;
        }

        var resultStride = sum.ResultStride;
        ref var result = ref Unsafe.Add(ref sum.Result, (row * resultStride) + column);
        TLanes.Store(TLanes.Apply<TFunction>(sum00), ref result, 0);
        TLanes.Store(TLanes.Apply<TFunction>(sum10), ref result, resultStride);
        TLanes.Store(TLanes.Apply<TFunction>(sum20), ref result, 2 * resultStride);
        TLanes.Store(TLanes.Apply<TFunction>(sum30), ref result, 3 * resultStride);
        TLanes.Store(TLanes.Apply<TFunction>(sum40), ref result, 4 * resultStride);
        TLanes.Store(TLanes.Apply<TFunction>(sum50), ref result, 5 * resultStride);
        TLanes.Store(TLanes.Apply<TFunction>(sum60), ref result, 6 * resultStride);
        TLanes.Store(TLanes.Apply<TFunction>(sum70), ref result, 7 * resultStride);
    }
}
