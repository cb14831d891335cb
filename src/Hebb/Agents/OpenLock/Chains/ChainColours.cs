namespace Hebb.Agents.OpenLock.Chains;

/// <summary>The colours that a room's objects have.</summary>
internal static class ChainColours
{
    /// <summary>Refuses colours that are not those of as many objects.</summary>
    /// <exception cref="ArgumentException">There are not as many as objects.</exception>
    public static void Check(ChainSpace space, ReadOnlySpan<int> colours)
    {
        if (colours.Length != space.Objects)
        {
            throw new ArgumentException(
                $"There are {colours.Length} colours; {space.Objects} are needed, one for each position and the door.",
                nameof(colours)
            );
        }
    }
}
