using System.Buffers.Binary;

namespace Hebb.Lab.Logs.Events;

/// <summary>
/// What a TFRecord file puts around each record, all little-endian: its length in 8 bytes, the checksum of these, the record, the
/// checksum of the record.
/// </summary>
internal static class RecordFrame
{
    /// <summary>The bytes before a record.</summary>
    public const int HeaderBytes = LengthBytes + sizeof(uint);

    /// <summary>The bytes after it.</summary>
    public const int FooterBytes = sizeof(uint);

    /// <summary>The bytes of its length.</summary>
    public const int LengthBytes = sizeof(ulong);

    /// <summary>Writes the frame around a record that stands in its place.</summary>
    /// <param name="frame">Header, record and footer.</param>
    public static void Close(Span<byte> frame)
    {
        Span<byte> record = frame[HeaderBytes..^FooterBytes];
        BinaryPrimitives.WriteUInt64LittleEndian(frame, (ulong)record.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(frame[LengthBytes..], MaskedCrc32C.Of(frame[..LengthBytes]));
        BinaryPrimitives.WriteUInt32LittleEndian(frame[^FooterBytes..], MaskedCrc32C.Of(record));
    }
}
