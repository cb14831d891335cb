namespace Hebb.Lab.Tables;

/// <summary>A number with what it counts, in the singular or the plural.</summary>
public static class Counted
{
    /// <summary>Such as <c>1 seed</c> or <c>20 seeds</c>.</summary>
    /// <param name="singular">The noun, with an s in the plural.</param>
    public static string Text(int count, string singular) => count == 1 ? $"1 {singular}" : $"{count} {singular}s";

    /// <summary>Such as <c>1 topology</c> or <c>8 topologies</c>.</summary>
    /// <param name="singular">The noun.</param>
    /// <param name="plural">The noun in the plural.</param>
    public static string Text(int count, string singular, string plural) =>
        count == 1 ? $"1 {singular}" : $"{count} {plural}";
}
