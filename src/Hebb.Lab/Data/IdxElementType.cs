namespace Hebb.Lab.Data;

/// <summary>The types of number that an IDX file may hold, by the third byte of the file.</summary>
public enum IdxElementType
{
    /// <summary>One byte, from 0 to 255: pixels and labels of the common datasets.</summary>
    UnsignedByte = 0x08,

    /// <summary>One byte, from -128 to 127.</summary>
    SignedByte = 0x09,

    /// <summary>A signed integer of two bytes.</summary>
    TwoByteInteger = 0x0B,

    /// <summary>A signed integer of four bytes.</summary>
    FourByteInteger = 0x0C,

    /// <summary>A floating-point number of four bytes.</summary>
    SinglePrecision = 0x0D,

    /// <summary>A floating-point number of eight bytes.</summary>
    DoublePrecision = 0x0E,
}
