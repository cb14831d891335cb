using System.Globalization;
using System.Text;

namespace Hebb.Fuzz.Tests;

/// <summary>Damages the content of a file, as disks, editors and enemies do.</summary>
internal static class Mutation
{
    private static readonly string[] Pieces =
    [
        "\"",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "null",
        "true",
        "-1",
        "0",
        "1e999",
        "NaN",
        "\"\"",
        "\\u0000",
        "\n",
        "\r\n",
        "//",
        "/*",
        "9223372036854775807",
        "-9223372036854775808",
        "18446744073709551616",
        "0.0000001",
        "\ufeff",
        "\ud83d\ude00",
        "../",
        "\0",
    ];

    /// <summary>A damaged copy.</summary>
    /// <param name="random">The stream of the case.</param>
    /// <param name="content">The content.</param>
    /// <param name="other">That of another file, to be mixed in.</param>
    public static byte[] Of(Random random, byte[] content, byte[] other)
    {
        var bytes = content.ToList();
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var place = random.Next(bytes.Count + 1);
            var length = Math.Min(random.Next(1, 33), bytes.Count - place);
            switch (random.Next(9))
            {
                case 0 when bytes.Count > 0:
                    bytes[Math.Min(place, bytes.Count - 1)] ^= (byte)(1 << random.Next(8));
                    break;
                case 1 when bytes.Count > 0:
                    bytes[Math.Min(place, bytes.Count - 1)] = random.Next(3) switch
                    {
                        0 => 0,
                        1 => 255,
                        _ => (byte)random.Next(256),
                    };
                    break;
                case 2:
                    bytes.RemoveRange(place, length);
                    break;
                case 3:
                    bytes.RemoveRange(place, bytes.Count - place);
                    break;
                case 4:
                    bytes.InsertRange(place, bytes.GetRange(place, length));
                    break;
                case 5:
                    bytes.InsertRange(place, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]));
                    break;
                case 6 when other.Length > 0:
                    var from = random.Next(other.Length);
                    bytes.InsertRange(place, other[from..Math.Min(other.Length, from + random.Next(1, 65))]);
                    break;
                case 7:
                    Renumber(random, bytes, place);
                    break;
                default:
                    var filler = (byte)random.Next(256);
                    bytes.InsertRange(place, Enumerable.Repeat(filler, random.Next(1, 300)));
                    break;
            }
        }

        return [.. bytes];
    }

    // Another number in place of the next one: what is right in form and wrong in meaning comes further than noise does.
    private static void Renumber(Random random, List<byte> bytes, int place)
    {
        while (place < bytes.Count && !char.IsAsciiDigit((char)bytes[place]))
        {
            place++;
        }

        var end = place;
        while (end < bytes.Count && char.IsAsciiDigit((char)bytes[end]))
        {
            end++;
        }

        bytes.RemoveRange(place, end - place);
        string[] numbers =
        [
            "0",
            "-1",
            "1e308",
            "99999999999999999999",
            "2147483648",
            "0.5",
            random.Next().ToString(CultureInfo.InvariantCulture),
        ];
        bytes.InsertRange(place, Encoding.ASCII.GetBytes(numbers[random.Next(numbers.Length)]));
    }
}
