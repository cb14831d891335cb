using System.Buffers.Binary;

namespace Hebb.Lab.Logs.Events;

/// <summary>
/// The checksum of TFRecord files: CRC-32C (polynomial 0x1EDC6F41), turned and shifted so that a checksum of data with checksums in
/// it stays a good one.
/// </summary>
internal static class MaskedCrc32C
{
    private const uint Shift = 0xA282EAD8;
    private const int Turn = 15;

    /// <summary>The checksum of bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        while (bytes.Length >= sizeof(ulong))
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (var one in bytes)
        {
            crc = BitOperations.Crc32C(crc, one);
        }

        return BitOperations.RotateRight(~crc, Turn) + Shift;
    }
}
