namespace Hebb.Files.Safetensors;

/// <summary>What the header of a safetensors file says of one tensor.</summary>
/// <param name="ElementType">The type of its numbers, such as F32.</param>
/// <param name="Begin">Where its bytes begin, from the end of the header.</param>
internal sealed record SafetensorsEntry(
    string Name,
    string ElementType,
    ImmutableArray<int> Shape,
    int Count,
    long Begin,
    long End
);
