namespace Hebb.Naming;

/// <summary>What is said of a name that is not known.</summary>
public static class NearestName
{
    /// <summary>The known names, and before them the one that may have been meant.</summary>
    /// <param name="known">The names that are known.</param>
    /// <param name="most">How many of them are listed.</param>
    public static string Unknown(string given, IReadOnlyCollection<string> known, int most = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(given);
        var list =
            known.Count == 0
                ? "there are none"
                : $"known are {string.Join(", ", known.Take(most))}{(known.Count > most ? ", ..." : "")}";
        return Guess(given, known) is { } guess ? $"did you mean {guess}? {list}" : list;
    }

    /// <summary>The name that may have been meant; null where none is near.</summary>
    /// <param name="known">The names that are known.</param>
    public static string? Guess(string given, IReadOnlyCollection<string> known)
    {
        ArgumentNullException.ThrowIfNull(given);
        var nearest = known.MinBy(name => Distance(given, name));
        return nearest is not null && Distance(given, nearest) <= Math.Max(2, nearest.Length / 3) ? nearest : null;
    }

    // Levenshtein's, without regard to case.
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var same = char.ToLowerInvariant(one[i - 1]) == char.ToLowerInvariant(other[j - 1]);
                var replaced = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
