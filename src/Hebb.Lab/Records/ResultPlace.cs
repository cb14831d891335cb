namespace Hebb.Lab.Records;

/// <summary>Where results go where no directory is named: the usual one, or one beside it where that holds other results.</summary>
/// <param name="Path">The directory.</param>
/// <param name="Usual">The usual one.</param>
public sealed record ResultPlace(string Path, string Usual)
{
    /// <summary>Whether the results go beside the usual directory.</summary>
    public bool IsBeside => !string.Equals(Path, Usual, StringComparison.Ordinal);

    /// <summary>
    /// Finds it. What was begun in either is continued there, so that the same results are always looked for in the same place.
    /// </summary>
    /// <param name="usual">The usual directory.</param>
    /// <param name="mark">What tells these results from all others; the end of the name of the one beside.</param>
    /// <param name="belongs">
    /// Whether a directory belongs to these results already; false where it is free. It throws a <see cref="RecordException"/> where it
    /// holds anything else.
    /// </param>
    public static ResultPlace Of(string usual, string mark, Func<string, bool> belongs)
    {
        ArgumentException.ThrowIfNullOrEmpty(usual);
        ArgumentNullException.ThrowIfNull(belongs);
        var beside = $"{usual}-{mark}";
        var isFree = true;
        try
        {
            if (belongs(usual))
            {
                return new ResultPlace(usual, usual);
            }
        }
        catch (RecordException)
        {
            isFree = false;
        }

        return new ResultPlace(isFree && !IsBegun(beside, belongs) ? usual : beside, usual);
    }

    private static bool IsBegun(string path, Func<string, bool> belongs)
    {
        try
        {
            return belongs(path);
        }
        catch (RecordException)
        {
            return false;
        }
    }
}
