namespace Hebb.Numerics;

/// <summary>Cuts a row of numbers into shares for threads, at cache lines.</summary>
internal static class EvenShare
{
    private const int LineOfNumbers = 16;

    /// <summary>Where a share begins and how long it is.</summary>
    public static (int From, int Length) Of(int length, int part, int parts)
    {
        var each = ((length / parts) + LineOfNumbers - 1) / LineOfNumbers * LineOfNumbers;
        var from = Math.Min(length, part * each);
        return (from, part == parts - 1 ? length - from : Math.Min(each, length - from));
    }
}
