namespace Hebb.Lab.Configurations;

/// <summary>The seeds of some runs, as they are written on the command line: <c>0..19</c>, <c>7</c>, <c>1,5,9</c>.</summary>
public sealed class SeedSet
{
    /// <summary>How many seeds there may be at most.</summary>
    public const int Most = 10_000;

    /// <summary>The greatest seed.</summary>
    public const ulong Greatest = 1_000_000_000_000_000_000;

    private SeedSet(ImmutableArray<ulong> values) => Values = values;

    /// <summary>The seeds, each once, in rising order; at least one.</summary>
    public ImmutableArray<ulong> Values { get; }

    /// <summary>How many there are.</summary>
    public int Count => Values.Length;

    /// <summary>The seeds of a range.</summary>
    /// <param name="last">The last; at least the first.</param>
    /// <exception cref="ArgumentException">They are no range.</exception>
    public static SeedSet Range(ulong first, ulong last) =>
        Parse(string.Create(CultureInfo.InvariantCulture, $"{first}..{last}"));

    /// <summary>Reads seeds: numbers and ranges whose ends both count, separated by commas.</summary>
    /// <exception cref="FormatException">It cannot be read; the message says what is wrong and what would be right.</exception>
    public static SeedSet Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var seeds = new SortedSet<ulong>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            (var first, var last) = Ends(part);
            if (last - first >= Most || seeds.Count + (int)(last - first) + 1 > Most)
            {
                throw new FormatException($"more than {Most} seeds; at most {Most} can be run");
            }

            for (var seed = first; seed <= last; seed++)
            {
                if (!seeds.Add(seed))
                {
                    throw new FormatException($"{seed} is named twice; once is needed");
                }
            }
        }

        return new SeedSet([.. seeds]);
    }

    /// <summary>The shortest text that <see cref="Parse"/> reads as these seeds.</summary>
    public override string ToString()
    {
        var parts = new List<string>();
        for (int place = 0, next; place < Values.Length; place = next)
        {
            next = place + 1;
            while (next < Values.Length && Values[next] == Values[next - 1] + 1)
            {
                next++;
            }

            parts.Add(
                next == place + 1
                    ? Values[place].ToString(CultureInfo.InvariantCulture)
                    : string.Create(CultureInfo.InvariantCulture, $"{Values[place]}..{Values[next - 1]}")
            );
        }

        return string.Join(',', parts);
    }

    private static (ulong First, ulong Last) Ends(string part)
    {
        var dots = part.IndexOf("..", StringComparison.Ordinal);
        (var low, var high) = dots < 0 ? (part, part) : (part[..dots], part[(dots + 2)..]);
        if (TryRead(low, out var first) && TryRead(high, out var last))
        {
            return Math.Max(first, last) > Greatest
                    ? throw new FormatException($"{Math.Max(first, last)} is above the greatest seed, {Greatest}")
                : first <= last ? (first, last)
                : throw new FormatException($"{part} ends before it begins; {last}..{first} would be a range");
        }

        throw new FormatException("seeds such as 0..19, 7 or 1,5,9 are needed");
    }

    private static bool TryRead(string text, out ulong seed) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seed);
}
