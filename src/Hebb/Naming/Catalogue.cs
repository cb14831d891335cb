using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Hebb.Naming;

/// <summary>Things of one kind that are known by name, in the order in which they are shown. It does not change.</summary>
/// <typeparam name="TEntry">The type of what is known.</typeparam>
public sealed class Catalogue<TEntry> : IReadOnlyList<TEntry>
    where TEntry : class, INamed
{
    private readonly Lazy<ImmutableArray<TEntry>> _entries;
    private readonly Lazy<ImmutableArray<string>> _names;

    /// <summary>Lists entries.</summary>
    /// <param name="kind">What an entry is called in messages, such as <c>estimator</c>.</param>
    /// <param name="entries">Makes the entries; asked once, where the first is needed.</param>
    public Catalogue(string kind, Func<IEnumerable<TEntry>> entries)
    {
        ArgumentException.ThrowIfNullOrEmpty(kind);
        ArgumentNullException.ThrowIfNull(entries);
        Kind = kind;
        _entries = new(() => [.. entries()]);
        _names = new(() => [.. _entries.Value.Select(entry => entry.Name)]);
    }

    /// <summary>What an entry is called in messages.</summary>
    public string Kind { get; }

    /// <summary>The names of all entries, in the same order.</summary>
    public IReadOnlyList<string> Names => _names.Value;

    /// <inheritdoc/>
    public int Count => _entries.Value.Length;

    /// <inheritdoc/>
    public TEntry this[int index] => _entries.Value[index];

    /// <summary>The entry of a name; upper and lower case make no difference.</summary>
    /// <exception cref="ArgumentException">There is none of that name; the message names those that there are.</exception>
    [SuppressMessage(
        "Usage",
        "MA0015",
        Justification = "The message is a line for users; the name of a parameter would be added to it."
    )]
    public TEntry Find(string name) =>
        TryFind(name)
        ?? throw new ArgumentException($"{Kind} '{name}': no such {Kind}; {NearestName.Unknown(name, Names)}");

    /// <summary>The entry of a name; null where there is none.</summary>
    /// <inheritdoc cref="Find"/>
    public TEntry? TryFind(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _entries.Value.FirstOrDefault(entry =>
            string.Equals(entry.Name, name, StringComparison.OrdinalIgnoreCase)
        );
    }

    /// <summary>A catalogue with an entry more, which is shown last.</summary>
    /// <exception cref="ArgumentException">There is one of its name.</exception>
    [SuppressMessage(
        "Usage",
        "MA0015",
        Justification = "The message is a line for users; the name of a parameter would be added to it."
    )]
    public Catalogue<TEntry> Add(TEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return TryFind(entry.Name) is null
            ? new Catalogue<TEntry>(Kind, () => _entries.Value.Add(entry))
            : throw new ArgumentException($"{Kind} '{entry.Name}': there is one already; another name is needed");
    }

    /// <inheritdoc/>
    public IEnumerator<TEntry> GetEnumerator() => ((IEnumerable<TEntry>)_entries.Value).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
