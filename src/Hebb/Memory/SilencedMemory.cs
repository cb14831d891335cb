using Hebb.Snapshots;

namespace Hebb.Memory;

/// <summary>A memory that is read as 0: the lesion of another.</summary>
/// <param name="size">How many numbers the other is read as.</param>
internal sealed class SilencedMemory(int size) : IMemory
{
    public int Size => size;

    public int ContentBytes => 0;

    public void Begin() { }

    public void Write(in MemoryInput input) { }

    public void Read(Span<float> numbers) => numbers.Clear();

    public IMemory Share() => this;

    public void VisitState(StateVisitor visitor) { }
}
