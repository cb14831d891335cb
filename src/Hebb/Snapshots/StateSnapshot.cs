namespace Hebb.Snapshots;

/// <summary>A state, written down: what comes after depends on nothing else.</summary>
/// <param name="entries">Its numbers, each under another name.</param>
public sealed class StateSnapshot(ImmutableArray<StateEntry> entries)
{
    /// <summary>Its numbers.</summary>
    public ImmutableArray<StateEntry> Entries { get; } = entries;

    /// <summary>Writes a state down.</summary>
    /// <param name="subject">What is in that state.</param>
    /// <exception cref="InvalidOperationException">Two of its numbers have one name.</exception>
    public static StateSnapshot Of(IStateful subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var writer = new Writer();
        subject.VisitState(writer);
        return new StateSnapshot(writer.Entries);
    }

    /// <summary>The state of a part alone, under the names that it has by itself.</summary>
    /// <param name="path">The names that lead to the part, with dots between, such as <c>training.agent</c>; empty for all of it.</param>
    public StateSnapshot Below(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.Length == 0)
        {
            return this;
        }

        var prefix = path + ".";
        return new StateSnapshot([
            .. Entries
                .Where(entry => entry.Name.StartsWith(prefix, StringComparison.Ordinal))
                .Select(entry => entry with { Name = entry.Name[prefix.Length..], Shape = entry.Shape }),
        ]);
    }

    /// <summary>What is learned: the numbers of all parts that are named <see cref="StateVisitor.Parameters"/>.</summary>
    public StateSnapshot Parameters() =>
        new([
            .. Entries.Where(entry =>
                $".{entry.Name}".Contains($".{StateVisitor.Parameters}.", StringComparison.Ordinal)
            ),
        ]);

    /// <summary>Another state with the numbers of this one in place of those of equal names.</summary>
    /// <exception cref="StateException">This one has numbers that the other has not.</exception>
    public StateSnapshot Over(StateSnapshot other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var own = Entries.ToDictionary(entry => entry.Name, StringComparer.Ordinal);
        var joined = new StateSnapshot([
            .. other.Entries.Select(entry => own.Remove(entry.Name, out StateEntry? replacement) ? replacement : entry),
        ]);
        return own.Count == 0
            ? joined
            : throw new StateException($"{own.Keys.Order(StringComparer.Ordinal).First()} belongs to nothing here");
    }

    /// <summary>Puts the state back.</summary>
    /// <param name="subject">What was made like what the state is of.</param>
    /// <exception cref="StateException">
    /// It was made otherwise: an entry is missing, left over or of another type or size. What was visited before has been changed then,
    /// so that the subject is of no use.
    /// </exception>
    public void RestoreTo(IStateful subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var reader = new Reader(Entries);
        subject.VisitState(reader);
        reader.RequireEmpty();
    }

    private sealed class Writer : StateVisitor
    {
        private readonly ImmutableArray<StateEntry>.Builder _entries = ImmutableArray.CreateBuilder<StateEntry>();
        private readonly HashSet<string> _names = new(StringComparer.Ordinal);

        public ImmutableArray<StateEntry> Entries => _entries.ToImmutable();

        public override bool IsRestoring => false;

        protected override void Visit(string name, StateElement element, ReadOnlySpan<int> shape, Span<byte> bytes)
        {
            if (!_names.Add(name))
            {
                throw new InvalidOperationException($"Two parts of a state have the name {name}.");
            }

            _entries.Add(new StateEntry(name, element, [.. bytes]) { Shape = [.. shape] });
        }
    }

    private sealed class Reader(ImmutableArray<StateEntry> entries) : StateVisitor
    {
        private readonly Dictionary<string, StateEntry> _left = entries.ToDictionary(
            entry => entry.Name,
            StringComparer.Ordinal
        );

        public override bool IsRestoring => true;

        public void RequireEmpty()
        {
            if (_left.Count > 0)
            {
                throw new StateException($"{_left.Keys.Order(StringComparer.Ordinal).First()} belongs to nothing here");
            }
        }

        protected override void Visit(string name, StateElement element, ReadOnlySpan<int> shape, Span<byte> bytes)
        {
            if (!_left.Remove(name, out StateEntry? entry))
            {
                throw new StateException($"{name} is missing");
            }

            if (entry.Element != element || !entry.Shape.AsSpan().SequenceEqual(shape))
            {
                throw new StateException(
                    $"{name} has {Words(entry.Shape.AsSpan())} of {entry.Element}: {Words(shape)} of {element} are needed"
                );
            }

            if (element == StateElement.Truth && entry.Bytes.AsSpan().ContainsAnyExcept((byte)0, (byte)1))
            {
                throw new StateException($"{name} has a truth value that is neither 0 nor 1");
            }

            entry.Bytes.CopyTo(bytes);
        }

        private static string Words(ReadOnlySpan<int> shape) => string.Join(" x ", shape.ToArray());
    }
}
