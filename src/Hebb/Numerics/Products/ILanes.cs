namespace Hebb.Numerics.Products;

/// <summary>
/// A width of vector registers, so that a tile is written once and compiled for each. The vectors themselves are the
/// platform's: wrapped ones would not stay in registers.
/// </summary>
/// <typeparam name="TVector">The vector of float32.</typeparam>
internal interface ILanes<TVector>
    where TVector : struct
{
    /// <summary>Numbers a vector.</summary>
    static abstract int Count { get; }

    /// <summary>Rows of the tallest tile whose sums still fit the registers.</summary>
    static abstract int TallTile { get; }

    /// <summary>All lanes zero.</summary>
    static abstract TVector Zero { get; }

    /// <summary>One number in all lanes.</summary>
    static abstract TVector Create(float number);

    /// <summary>Reads a vector.</summary>
    static abstract TVector Load(ref readonly float source, nint offset);

    /// <summary>Writes a vector.</summary>
    static abstract void Store(TVector vector, ref float target, nint offset);

    /// <summary>left right + sum.</summary>
    static abstract TVector MultiplyAdd(TVector left, TVector right, TVector sum);

    /// <summary>one + other.</summary>
    static abstract TVector Add(TVector one, TVector other);

    /// <summary>A function of every lane.</summary>
    static abstract TVector Apply<TFunction>(TVector vector)
        where TFunction : struct, IElementwise;
}
