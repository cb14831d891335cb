using System.Buffers.Binary;
using Google.Protobuf;
using Hebb.Lab.Logs;
using Hebb.Lab.Logs.Events;

namespace Hebb.Lab.Tests.Logs;

/// <summary>
/// Reads and frames files of events in another way than the laboratory: checksums bit by bit after their definition, messages by
/// Google's reader, which skips what it does not know.
/// </summary>
internal static class ForeignEventReader
{
    private const uint ReversedPolynomial = 0x82F63B78;

    public static (string Version, IReadOnlyList<ScalarEvent[]> Events) Read(byte[] bytes)
    {
        string version = "";
        var events = new List<ScalarEvent[]>();
        for (int offset = 0; offset < bytes.Length; )
        {
            int length = checked((int)BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(offset)));
            Assert.Equal(Mask(bytes[offset..(offset + 8)]), BitConverter.ToUInt32(bytes, offset + 8));
            byte[] record = bytes[(offset + 12)..(offset + 12 + length)];
            Assert.Equal(Mask(record), BitConverter.ToUInt32(bytes, offset + 12 + length));
            ScalarEvent[] scalars = Event(record, ref version);
            if (offset > 0)
            {
                events.Add(scalars);
            }

            offset += 16 + length;
        }

        return (version, events);
    }

    public static byte[] Frame(params byte[] record)
    {
        byte[] length = BitConverter.GetBytes((ulong)record.Length);
        return [.. length, .. BitConverter.GetBytes(Mask(length)), .. record, .. BitConverter.GetBytes(Mask(record))];
    }

    public static uint Mask(byte[] bytes)
    {
        uint crc = 0xFFFFFFFF;
        foreach (byte one in bytes)
        {
            crc ^= one;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ ReversedPolynomial : crc >> 1;
            }
        }

        crc = ~crc;
        return ((crc >> 15) | (crc << 17)) + 0xA282EAD8;
    }

    private static ScalarEvent[] Event(byte[] record, ref string version)
    {
        using var input = new CodedInputStream(record);
        double wallTime = 0;
        long step = 0;
        var values = new List<(string Tag, float Value)>();
        for (uint field = input.ReadTag(); field != 0; field = input.ReadTag())
        {
            switch (WireFormat.GetTagFieldNumber(field))
            {
                case 1:
                    wallTime = input.ReadDouble();
                    break;
                case 2:
                    step = input.ReadInt64();
                    break;
                case 3:
                    version = input.ReadString();
                    break;
                case 5:
                    using (CodedInputStream summary = input.ReadBytes().CreateCodedInput())
                    {
                        while (summary.ReadTag() == WireFormat.MakeTag(1, WireFormat.WireType.LengthDelimited))
                        {
                            values.Add(Value(summary.ReadBytes()));
                        }

                        Assert.True(summary.IsAtEnd);
                    }

                    break;
                default:
                    input.SkipLastField();
                    break;
            }
        }

        return [.. values.Select(value => new ScalarEvent(wallTime, step, value.Tag, value.Value))];
    }

    private static (string Tag, float Value) Value(ByteString message)
    {
        using CodedInputStream input = message.CreateCodedInput();
        Assert.Equal(WireFormat.MakeTag(1, WireFormat.WireType.LengthDelimited), input.ReadTag());
        string tag = input.ReadString();
        Assert.Equal(WireFormat.MakeTag(2, WireFormat.WireType.Fixed32), input.ReadTag());
        float value = input.ReadFloat();
        Assert.True(input.IsAtEnd);
        return (tag, value);
    }
}
