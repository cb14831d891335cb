using System.Diagnostics;
using System.Globalization;

namespace Hebb.Fuzz.Tests;

/// <summary>
/// How many random cases are tried, and from which seed: few in the suite, as many as <c>HEBB_FUZZ_CASES</c> says in a longer run. A
/// case depends on the seed and its number alone, so that <c>HEBB_FUZZ_FIRST</c> repeats one that failed.
/// </summary>
internal static class FuzzBudget
{
    // In the suite all cases take less.
    private static readonly TimeSpan ToldEvery = TimeSpan.FromSeconds(20);

    /// <summary>The seed of all cases.</summary>
    public static ulong Seed { get; } = (ulong)Number("HEBB_FUZZ_SEED", 1);

    /// <summary>The number of the first case.</summary>
    public static long First { get; } = Number("HEBB_FUZZ_FIRST", 0);

    /// <summary>The numbers of the cases.</summary>
    /// <param name="usual">How many there are in the suite.</param>
    public static IEnumerable<long> Cases(long usual)
    {
        var count = Number("HEBB_FUZZ_CASES", usual);
        var told = Stopwatch.StartNew();
        for (var one = First; one < First + count; one++)
        {
            if (told.Elapsed >= ToldEvery)
            {
                Console.WriteLine($"seed {Seed}: {one - First} of {count} cases");
                told.Restart();
            }

            yield return one;
        }
    }

    /// <summary>The stream of a case.</summary>
    /// <param name="kind">The kind of cases: each has streams of its own.</param>
    /// <param name="number">The number of the case.</param>
    public static Random Stream(int kind, long number) => new(Mixed(Seed, (ulong)kind, (ulong)number));

    // Mixed by the steps of SplitMix64: neighbouring numbers give unlike streams, the same in every process.
    private static int Mixed(params ulong[] parts)
    {
        var state = 0x9E3779B97F4A7C15UL;
        foreach (var part in parts)
        {
            state += part + 0x9E3779B97F4A7C15UL;
            state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9UL;
            state = (state ^ (state >> 27)) * 0x94D049BB133111EBUL;
            state ^= state >> 31;
        }

        return (int)(state >> 33);
    }

    private static long Number(string variable, long usual) =>
        long.TryParse(
            Environment.GetEnvironmentVariable(variable),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : usual;
}
