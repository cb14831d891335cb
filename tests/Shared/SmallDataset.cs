using System.Buffers.Binary;

namespace Hebb.Tests.Shared;

/// <summary>Writes a dataset like MNIST that is small and easy: each class has a bright row of its own, among noise.</summary>
internal static class SmallDataset
{
    public const int Training = 200;
    public const int Test = 80;
    public const int Side = 4;
    public const int Classes = 4;

    /// <summary>Writes the four files.</summary>
    /// <param name="directory">Where to; it is made where it is missing.</param>
    /// <param name="training">How many training examples.</param>
    public static void Write(string directory, int training = Training)
    {
        Directory.CreateDirectory(directory);
        Write(directory, "train", training, seed: 1);
        Write(directory, "t10k", Test, seed: 2);
    }

    private static void Write(string directory, string part, int count, uint seed)
    {
        var images = new byte[count * Side * Side];
        var labels = new byte[count];
        for (var example = 0; example < count; example++)
        {
            labels[example] = (byte)(example % Classes);
            for (var pixel = 0; pixel < Side * Side; pixel++)
            {
                // A linear congruence is random enough for noise, and the same everywhere.
                seed = (seed * 1664525) + 1013904223;
                var noise = (byte)(seed >> 25);
                var isBright = pixel / Side == labels[example];
                images[(example * Side * Side) + pixel] = isBright ? (byte)(255 - (noise / 2)) : (byte)(noise / 2);
            }
        }

        WriteFile(Path.Combine(directory, $"{part}-images-idx3-ubyte"), [count, Side, Side], images);
        WriteFile(Path.Combine(directory, $"{part}-labels-idx1-ubyte"), [count], labels);
    }

    private static void WriteFile(string path, int[] sizes, byte[] content)
    {
        var header = new byte[4 + (4 * sizes.Length)];
        header[2] = 0x08;
        header[3] = (byte)sizes.Length;
        for (var dimension = 0; dimension < sizes.Length; dimension++)
        {
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4 + (4 * dimension)), sizes[dimension]);
        }

        File.WriteAllBytes(path, [.. header, .. content]);
    }
}
