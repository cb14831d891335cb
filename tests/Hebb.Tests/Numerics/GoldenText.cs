using System.Globalization;
using Hebb.Numerics;

namespace Hebb.Tests.Numerics;

/// <summary>Reads the lines of golden text: words after labels, and lists in brackets.</summary>
internal static class GoldenText
{
    public static string[] Lines(string file) =>
        File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Golden", file));

    /// <summary>The word that follows a label.</summary>
    public static string Word(string line, string label) => line.Split($"{label} ", 2)[1].Split(' ')[0];

    public static ulong Decimal(string line, string label) =>
        ulong.Parse(Word(line, label), CultureInfo.InvariantCulture);

    public static UInt128 Hexadecimal(string line, string label) => ParseHexadecimal(Word(line, label));

    public static UInt128 ParseHexadecimal(string text) =>
        UInt128.Parse(text[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    /// <summary>The items of the list with this index on the line, in file order.</summary>
    public static string[] List(string line, int index) =>
        [.. line.Split('[')[index + 1].Split(']')[0].Split(',').Select(item => item.Trim(' ', '\''))];

    public static double[] Doubles(string line, int index) =>
        [.. List(line, index).Select(item => HexadecimalFloat.Parse(item))];
}
