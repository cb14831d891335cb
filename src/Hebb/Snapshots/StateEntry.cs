namespace Hebb.Snapshots;

/// <summary>Numbers of a state under their name.</summary>
/// <param name="Name">Where they belong: the names of the parts that lead to them, with dots between, such as <c>agent.actor.adam.first</c>.</param>
/// <param name="Bytes">The numbers one after another, in the machine's own byte order.</param>
public sealed record StateEntry(string Name, StateElement Element, ImmutableArray<byte> Bytes)
{
    /// <summary>The size of each dimension: one, where nothing else was said.</summary>
    public ImmutableArray<int> Shape { get; init; } = [Bytes.Length / SizeOf(Element)];

    /// <summary>How many numbers there are.</summary>
    public int Count => Bytes.Length / SizeOf(Element);

    /// <summary>How many bytes a number takes.</summary>
    /// <param name="element">Its type.</param>
    public static int SizeOf(StateElement element) =>
        element switch
        {
            StateElement.Truth => 1,
            StateElement.Signed32 or StateElement.Unsigned32 or StateElement.Floating32 => 4,
            StateElement.Signed64 or StateElement.Unsigned64 or StateElement.Floating64 => 8,
            _ => throw new ArgumentOutOfRangeException(nameof(element), element, "There is no such type."),
        };
}
