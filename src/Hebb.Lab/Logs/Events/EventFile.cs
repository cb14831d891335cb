using System.Buffers.Binary;
using Hebb.Lab.Logs.Files;
using Hebb.Lab.Records;

namespace Hebb.Lab.Logs.Events;

/// <summary>Reads the files that <see cref="EventLog"/> writes, and lets nothing pass that is not as written.</summary>
public static class EventFile
{
    /// <summary>Reads all scalars of a file.</summary>
    /// <param name="path">The file; somebody may be appending to it.</param>
    /// <param name="acceptUnfinished">
    /// Whether a last record that the file ends within is left out, as that of a run that is still written; otherwise it is refused.
    /// </param>
    /// <exception cref="RecordException">It is no such file or is damaged; the message names the byte.</exception>
    public static ImmutableArray<ScalarEvent> Read(string path, bool acceptUnfinished = false) =>
        Read(path, LogBytes.Read(path), acceptUnfinished);

    /// <summary>Reads all scalars of a file that is to hold what a record says, to the byte.</summary>
    /// <param name="known">What the record says.</param>
    /// <exception cref="RecordException">It holds something else, or is no such file.</exception>
    public static ImmutableArray<ScalarEvent> Read(string path, RunFile known)
    {
        ArgumentNullException.ThrowIfNull(known);
        var bytes = LogBytes.Read(path);
        LogBytes.Require(path, bytes, known);
        return Read(path, bytes, acceptUnfinished: false);
    }

    private static ImmutableArray<ScalarEvent> Read(string path, ReadOnlySpan<byte> bytes, bool acceptUnfinished)
    {
        var reader = new EventReader(path);
        var offset = 0;
        while (offset < bytes.Length && TryFrame(path, bytes, offset, out ReadOnlySpan<byte> record, acceptUnfinished))
        {
            reader.Read(record, offset + RecordFrame.HeaderBytes);
            offset += RecordFrame.HeaderBytes + record.Length + RecordFrame.FooterBytes;
        }

        return reader.HasVersion
            ? reader.TakeEvents()
            : throw new RecordException($"{path}, byte 0: no whole record; the version of a file of events is needed");
    }

    private static bool TryFrame(
        string path,
        ReadOnlySpan<byte> bytes,
        int offset,
        out ReadOnlySpan<byte> record,
        bool acceptUnfinished
    )
    {
        ReadOnlySpan<byte> rest = bytes[offset..];
        record = [];
        if (rest.Length >= RecordFrame.HeaderBytes)
        {
            ReadOnlySpan<byte> header = rest[..RecordFrame.LengthBytes];
            var crc = BinaryPrimitives.ReadUInt32LittleEndian(rest[RecordFrame.LengthBytes..]);
            if (crc != MaskedCrc32C.Of(header))
            {
                throw new RecordException(
                    $"{path}, byte {offset}: the length of a record and its checksum do not match; the file is damaged, or none of events"
                );
            }

            var length = BinaryPrimitives.ReadUInt64LittleEndian(header);
            ReadOnlySpan<byte> body = rest[RecordFrame.HeaderBytes..];
            if (length + RecordFrame.FooterBytes <= (ulong)body.Length && length <= int.MaxValue)
            {
                record = body[..(int)length];
                return BinaryPrimitives.ReadUInt32LittleEndian(body[record.Length..]) == MaskedCrc32C.Of(record)
                    ? true
                    : throw new RecordException(
                        $"{path}, byte {offset + RecordFrame.HeaderBytes}: a record of {length} bytes and its checksum do not match; the file is damaged"
                    );
            }
        }

        return acceptUnfinished
            ? false
            : throw new RecordException(
                $"{path}, byte {offset}: a record begins that the file, of {bytes.Length} bytes, ends within; a whole record is needed"
            );
    }
}
