namespace Hebb.Lab.Logs.Events;

/// <summary>
/// The fields of TensorBoard's events that scalars need, as protocol buffers put them: the field's number times eight and its wire
/// type, in one byte.
/// </summary>
internal static class EventFields
{
    /// <summary>Event.wall_time, a double.</summary>
    public const byte WallTime = (1 << 3) | Fixed64;

    /// <summary>Event.step, a whole number.</summary>
    public const byte Step = (2 << 3) | Varint;

    /// <summary>Event.file_version, a text.</summary>
    public const byte FileVersion = (3 << 3) | LengthDelimited;

    /// <summary>Event.summary, a message.</summary>
    public const byte Summary = (5 << 3) | LengthDelimited;

    /// <summary>Summary.value, a message for each scalar.</summary>
    public const byte Value = (1 << 3) | LengthDelimited;

    /// <summary>Value.tag, a text.</summary>
    public const byte Tag = (1 << 3) | LengthDelimited;

    /// <summary>Value.simple_value, a float.</summary>
    public const byte SimpleValue = (2 << 3) | Fixed32;

    private const int Varint = 0;
    private const int Fixed64 = 1;
    private const int LengthDelimited = 2;
    private const int Fixed32 = 5;
    private const int BitsPerByte = 7;
    private const byte More = 0x80;

    /// <summary>What the first record of a file says.</summary>
    public static ReadOnlySpan<byte> Version => "brain.Event:2"u8;

    /// <summary>How many bytes a whole number takes.</summary>
    public static int VarintBytes(ulong value) => (BitOperations.Log2(value | 1) / BitsPerByte) + 1;

    /// <summary>Writes a whole number, seven bits a byte.</summary>
    /// <returns>How many bytes.</returns>
    public static int WriteVarint(Span<byte> destination, ulong value)
    {
        var count = 0;
        while (value >= More)
        {
            destination[count++] = (byte)(value | More);
            value >>= BitsPerByte;
        }

        destination[count] = (byte)value;
        return count + 1;
    }
}
