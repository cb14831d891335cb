using System.Buffers.Binary;

namespace Hebb.Lab.Logs.Events;

/// <summary>Takes the fields of a protocol buffers message one after the other.</summary>
internal ref struct FieldReader(string path, ReadOnlySpan<byte> content, int offset)
{
    private const int BitsPerByte = 7;
    private const int LongestVarint = 10;

    private int _position;

    /// <summary>All of the message.</summary>
    public ReadOnlySpan<byte> Content { get; } = content;

    /// <summary>Takes the number and the wire type of the next field; false where there is none.</summary>
    /// <param name="field">Receives them as <see cref="EventFields"/> has them; 255 for fields that it does not have.</param>
    public bool TryTake(out byte field)
    {
        field = 0;
        if (_position == Content.Length)
        {
            return false;
        }

        field = (byte)Math.Min(TakeVarint(), byte.MaxValue);
        return true;
    }

    /// <summary>Takes a whole number.</summary>
    public long TakeWhole() => (long)TakeVarint();

    /// <summary>Takes a float64.</summary>
    public double TakeDouble() => BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double)));

    /// <summary>Takes a float32.</summary>
    public float TakeSingle() => BinaryPrimitives.ReadSingleLittleEndian(Take(sizeof(float)));

    /// <summary>Takes a text or a message.</summary>
    public FieldReader TakeBytes()
    {
        var length = TakeVarint();
        Require(length <= (ulong)(Content.Length - _position), "a field that ends where its message does, or before");
        var begin = offset + _position;
        return new FieldReader(path, Take((int)length), begin);
    }

    /// <summary>Refuses the file unless something holds.</summary>
    /// <param name="needed">What is needed, such as "a tag".</param>
    /// <exception cref="RecordException">It does not hold.</exception>
    public readonly void Require(bool holds, string needed)
    {
        if (!holds)
        {
            throw new RecordException(
                $"{path}, byte {offset + _position}: {needed} is needed; the file is damaged, or not one of this program"
            );
        }
    }

    /// <summary>What is wrong where a field is not to be.</summary>
    public readonly RecordException Unexpected(byte field, string needed) =>
        new(
            $"{path}, byte {offset + _position}: field {field >> 3} of wire type {field & 7}; {needed} is needed; the file is damaged, or not one of this program"
        );

    private ReadOnlySpan<byte> Take(int count)
    {
        Require(count <= Content.Length - _position, $"a number of {count} bytes");
        ReadOnlySpan<byte> taken = Content.Slice(_position, count);
        _position += count;
        return taken;
    }

    private ulong TakeVarint()
    {
        ulong value = 0;
        for (var index = 0; index < LongestVarint; index++)
        {
            var part = Take(1)[0];

            // Of the tenth byte only the lowest bit is left of 64, and no number ends in a byte that adds nothing.
            Require(index < LongestVarint - 1 || part <= 1, "a whole number of at most 64 bits");
            value |= (ulong)(part & 0x7F) << (BitsPerByte * index);
            if (part < 0x80)
            {
                Require(part != 0 || index == 0, "a whole number in its shortest form");
                return value;
            }
        }

        Require(false, "a whole number of at most 64 bits");
        return value;
    }
}
