using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Memory;

/// <summary>An observation and the memories of an agent, read as one row of numbers.</summary>
public sealed class MemoryBank : IStateful
{
    private readonly int _observationSize;
    private readonly (string Name, IMemory Memory)[] _memories;
    private readonly float[] _numbers;

    /// <summary>Draws the memories.</summary>
    /// <param name="settings">Which ones.</param>
    /// <param name="observationSize">Numbers in an observation; at least 1.</param>
    /// <param name="units">Hidden units of the network that reads them; at least 1.</param>
    /// <param name="random">The stream that weights are drawn from.</param>
    /// <exception cref="ArgumentException">A setting is not possible.</exception>
    public MemoryBank(MemorySettings settings, int observationSize, int units, Pcg64 random)
        : this(observationSize, [.. Create(settings, observationSize, units, random)]) { }

    private MemoryBank(int observationSize, (string Name, IMemory Memory)[] memories)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(observationSize);
        _observationSize = observationSize;
        _memories = memories;
        _numbers = new float[observationSize + memories.Sum(one => one.Memory.Size)];
    }

    /// <summary>The memories, by name, in the order in which they are read.</summary>
    public IReadOnlyList<(string Name, IMemory Memory)> Memories => _memories;

    /// <summary>The numbers of an observation and of all memories together.</summary>
    public int Size => _numbers.Length;

    /// <summary>The bytes of what they hold; see <see cref="IMemory.ContentBytes"/>.</summary>
    public int ContentBytes => _memories.Sum(one => one.Memory.ContentBytes);

    /// <summary>The observation written last, then what each memory holds.</summary>
    public ReadOnlySpan<float> Numbers => _numbers;

    /// <summary>Empties all memories: an episode begins.</summary>
    public void Begin()
    {
        foreach ((_, IMemory memory) in _memories)
        {
            memory.Begin();
        }
    }

    /// <summary>Takes in a step, and reads.</summary>
    public void Write(in MemoryInput input)
    {
        input.Observation.CopyTo(_numbers);
        var at = _observationSize;
        foreach ((_, IMemory memory) in _memories)
        {
            memory.Write(input);
            memory.Read(_numbers.AsSpan(at, memory.Size));
            at += memory.Size;
        }
    }

    /// <summary>Other memories by the same weights, with contents of their own.</summary>
    /// <param name="silenced">The names of those that are read as 0 whatever they hold: what the others can do without them.</param>
    public MemoryBank Share(params IReadOnlyCollection<string> silenced)
    {
        ArgumentNullException.ThrowIfNull(silenced);
        return new(
            _observationSize,
            [
                .. _memories.Select(one =>
                    (
                        one.Name,
                        silenced.Contains(one.Name, StringComparer.Ordinal)
                            ? new SilencedMemory(one.Memory.Size)
                            : one.Memory.Share()
                    )
                ),
            ]
        );
    }

    private static IEnumerable<(string Name, IMemory Memory)> Create(
        MemorySettings settings,
        int observationSize,
        int units,
        Pcg64 random
    )
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Latches is { } latches)
        {
            yield return ("latches", latches.Create(observationSize, random));
        }

        if (settings.Reservoir is { } reservoir)
        {
            yield return ("reservoir", reservoir.Create(observationSize, random));
        }

        if (settings.Traces is { } traces)
        {
            yield return ("traces", traces.Create(observationSize));
        }

        if (settings.Gates is { } gates)
        {
            yield return ("gates", gates.Create(observationSize, random));
        }

        if (settings.Context is { } context)
        {
            yield return ("context", context.Create(units, random));
        }
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        foreach ((var name, IMemory memory) in _memories)
        {
            visitor.Part(name, memory);
        }
    }
}
