namespace Hebb.Snapshots;

/// <summary>The types of numbers that states are made of.</summary>
public enum StateElement
{
    /// <summary>A truth value: one byte, 0 or 1.</summary>
    Truth,

    /// <summary>A signed integer of 32 bits.</summary>
    Signed32,

    /// <summary>A signed integer of 64 bits.</summary>
    Signed64,

    /// <summary>An unsigned integer of 32 bits.</summary>
    Unsigned32,

    /// <summary>An unsigned integer of 64 bits.</summary>
    Unsigned64,

    /// <summary>A floating-point number of 32 bits.</summary>
    Floating32,

    /// <summary>A floating-point number of 64 bits.</summary>
    Floating64,
}
