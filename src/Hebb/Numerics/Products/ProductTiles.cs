namespace Hebb.Numerics.Products;

/// <summary>Tiles of f(start + left right) of four rows and of one.</summary>
/// <remarks>
/// Written out, not looped over: only then do the sums stay in registers. All tiles but the
/// narrowest add up a row's products in the same order, so that a row's result does not depend on the rows beside it.
/// </remarks>
internal static class ProductTiles
{
    /// <summary>Four rows by two vectors.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void FourByTwo<TLanes, TVector, TFunction>(in ProductSum sum, nint row, nint column)
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
    }

    /// <summary>Four rows by one vector.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void FourByOne<TLanes, TVector, TFunction>(in ProductSum sum, nint row, nint column)
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
    }

    /// <summary>One row by four vectors.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void OneByFour<TLanes, TVector, TFunction>(in ProductSum sum, nint row, nint column)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
        where TFunction : struct, IElementwise
    {
        var startStride = sum.StartStride;
        ref readonly var start = ref Unsafe.Add(ref Unsafe.AsRef(in sum.Start), (row * startStride) + column);
        var sum00 = TLanes.Load(in start, 0);
        var sum01 = TLanes.Load(in start, TLanes.Count);
        var sum02 = TLanes.Load(in start, (2 * TLanes.Count));
        var sum03 = TLanes.Load(in start, (3 * TLanes.Count));

        ref readonly var left = ref Unsafe.Add(ref Unsafe.AsRef(in sum.One.Left), row * sum.One.LeftStride);
        ref readonly var right = ref Unsafe.Add(ref Unsafe.AsRef(in sum.One.Right), column);
        var leftStride = sum.One.LeftStride;
        var rightStride = sum.One.RightStride;
        var depth = sum.One.Depth;
        var isLast = sum.Two.Depth == 0;
        while (true)
        {
            for (nint index = 0; index < depth; index++)
            {
                var right0 = TLanes.Load(in right, 0);
                var right1 = TLanes.Load(in right, TLanes.Count);
                var right2 = TLanes.Load(in right, 2 * TLanes.Count);
                var right3 = TLanes.Load(in right, 3 * TLanes.Count);
                var number0 = TLanes.Create(Unsafe.Add(ref Unsafe.AsRef(in left), index));
                sum00 = TLanes.MultiplyAdd(number0, right0, sum00);
                sum01 = TLanes.MultiplyAdd(number0, right1, sum01);
                sum02 = TLanes.MultiplyAdd(number0, right2, sum02);
                sum03 = TLanes.MultiplyAdd(number0, right3, sum03);
                right = ref Unsafe.Add(ref Unsafe.AsRef(in right), rightStride);
            }

            if (isLast)
            {
                break;
            }

            isLast = true;
            left = ref Unsafe.Add(ref Unsafe.AsRef(in sum.Two.Left), row * sum.Two.LeftStride);
            right = ref Unsafe.Add(ref Unsafe.AsRef(in sum.Two.Right), column);
            leftStride = sum.Two.LeftStride;
            rightStride = sum.Two.RightStride;
            depth = sum.Two.Depth;
        }

        var resultStride = sum.ResultStride;
        ref var result = ref Unsafe.Add(ref sum.Result, (row * resultStride) + column);
        TLanes.Store(TLanes.Apply<TFunction>(sum00), ref result, 0);
        TLanes.Store(TLanes.Apply<TFunction>(sum01), ref result, TLanes.Count);
        TLanes.Store(TLanes.Apply<TFunction>(sum02), ref result, (2 * TLanes.Count));
        TLanes.Store(TLanes.Apply<TFunction>(sum03), ref result, (3 * TLanes.Count));
    }

    /// <summary>One row by one vector, its products summed up in four parts: a single sum would wait for itself.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void OneByOne<TLanes, TVector, TFunction>(in ProductSum sum, nint row, nint column)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
        where TFunction : struct, IElementwise
    {
        var total = TLanes.Load(in sum.Start, (row * sum.StartStride) + column);
        total = TLanes.Add(total, Dot<TLanes, TVector>(sum.One, row, column));
        if (sum.Two.Depth != 0)
        {
            total = TLanes.Add(total, Dot<TLanes, TVector>(sum.Two, row, column));
        }

        TLanes.Store(TLanes.Apply<TFunction>(total), ref sum.Result, (row * sum.ResultStride) + column);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Dot<TLanes, TVector>(in ProductTerm term, nint row, nint column)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        ref readonly var left = ref Unsafe.Add(ref Unsafe.AsRef(in term.Left), row * term.LeftStride);
        ref readonly var right = ref Unsafe.Add(ref Unsafe.AsRef(in term.Right), column);
        var stride = term.RightStride;
        var depth = term.Depth;
        var sum0 = TLanes.Zero;
        var sum1 = TLanes.Zero;
        var sum2 = TLanes.Zero;
        var sum3 = TLanes.Zero;
        nint index = 0;
        for (; index <= depth - 4; index += 4)
        {
            ref readonly var at = ref Unsafe.Add(ref Unsafe.AsRef(in left), index);
            sum0 = TLanes.MultiplyAdd(TLanes.Create(at), TLanes.Load(in right, 0), sum0);
            sum1 = TLanes.MultiplyAdd(Number<TLanes, TVector>(in at, 1), TLanes.Load(in right, stride), sum1);
            sum2 = TLanes.MultiplyAdd(Number<TLanes, TVector>(in at, 2), TLanes.Load(in right, 2 * stride), sum2);
            sum3 = TLanes.MultiplyAdd(Number<TLanes, TVector>(in at, 3), TLanes.Load(in right, 3 * stride), sum3);
            right = ref Unsafe.Add(ref Unsafe.AsRef(in right), 4 * stride);
        }

        for (; index < depth; index++)
        {
            sum0 = TLanes.MultiplyAdd(Number<TLanes, TVector>(in left, index), TLanes.Load(in right, 0), sum0);
            right = ref Unsafe.Add(ref Unsafe.AsRef(in right), stride);
        }

        return TLanes.Add(TLanes.Add(sum0, sum1), TLanes.Add(sum2, sum3));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Number<TLanes, TVector>(ref readonly float numbers, nint index)
        where TVector : struct
        where TLanes : struct, ILanes<TVector> => TLanes.Create(Unsafe.Add(ref Unsafe.AsRef(in numbers), index));
}
