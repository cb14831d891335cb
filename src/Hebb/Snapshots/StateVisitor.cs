using System.Runtime.InteropServices;

namespace Hebb.Snapshots;

/// <summary>Goes through the numbers of a state, part by part, and reads them or writes them: a part describes itself once for both.</summary>
public abstract class StateVisitor
{
    /// <summary>The name of the parts that hold what is learned, among the parts of what learns it.</summary>
    public const string Parameters = "parameters";

    private string _path = "";

    /// <summary>Whether numbers are put back, rather than written down.</summary>
    public abstract bool IsRestoring { get; }

    /// <summary>A part with a state of its own.</summary>
    /// <param name="name">Its name among the others; not empty.</param>
    public void Part(string name, IStateful part)
    {
        ArgumentNullException.ThrowIfNull(part);
        var outer = _path;
        _path = Join(name);
        part.VisitState(this);
        _path = outer;
    }

    /// <summary>Parts of one kind: they are called by their places.</summary>
    /// <param name="name">The name of all of them; not empty.</param>
    public void Parts(string name, IEnumerable<IStateful> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var place = 0;
        foreach (IStateful part in parts)
        {
            Part(FormattableString.Invariant($"{name}.{place}"), part);
            place++;
        }
    }

    /// <summary>Numbers, as many as there always are.</summary>
    /// <typeparam name="T">Their type: one of <see cref="StateElement"/>.</typeparam>
    /// <param name="name">Their name; not empty.</param>
    /// <exception cref="StateException">What is to be put back has another type or count; nothing was written then.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is no type of a state.</exception>
    public void Numbers<T>(string name, Span<T> numbers)
        where T : unmanaged => Visit(Join(name), ElementOf<T>(), [numbers.Length], MemoryMarshal.AsBytes(numbers));

    /// <summary>A table of numbers, row by row.</summary>
    /// <typeparam name="T">Their type: one of <see cref="StateElement"/>.</typeparam>
    /// <param name="name">Its name; not empty.</param>
    /// <param name="rows">How many rows it has.</param>
    /// <param name="columns">How many numbers a row has.</param>
    /// <param name="numbers">The numbers, rows x columns of them without gaps.</param>
    /// <exception cref="StateException">What is to be put back has another type or shape; nothing was written then.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is no type of a state.</exception>
    public void Table<T>(string name, int rows, int columns, Span<T> numbers)
        where T : unmanaged => Visit(Join(name), ElementOf<T>(), [rows, columns], MemoryMarshal.AsBytes(numbers));

    /// <summary>One number.</summary>
    /// <typeparam name="T">Its type: one of <see cref="StateElement"/>.</typeparam>
    /// <param name="name">Its name; not empty.</param>
    /// <exception cref="StateException">What is to be put back is another type, or more than one number.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is no type of a state.</exception>
    public void Number<T>(string name, ref T number)
        where T : unmanaged => Numbers(name, new Span<T>(ref number));

    /// <summary>How many of something there are, where that varies: to be visited before them.</summary>
    /// <param name="name">Its name; not empty.</param>
    /// <param name="most">As many as there can be.</param>
    /// <returns>How many there are, or are to be.</returns>
    /// <exception cref="StateException">What is to be put back is below 0 or above the most.</exception>
    public int Count(string name, int count, int most)
    {
        Number(name, ref count);
        return count >= 0 && count <= most
            ? count
            : throw new StateException($"{Join(name)} is {count}: a whole number from 0 to {most} is needed");
    }

    /// <summary>Reads or writes numbers.</summary>
    /// <param name="name">Their full name.</param>
    /// <param name="shape">The size of each dimension.</param>
    protected abstract void Visit(string name, StateElement element, ReadOnlySpan<int> shape, Span<byte> bytes);

    private static StateElement ElementOf<T>() =>
        typeof(T) == typeof(float) ? StateElement.Floating32
        : typeof(T) == typeof(double) ? StateElement.Floating64
        : typeof(T) == typeof(bool) ? StateElement.Truth
        : typeof(T) == typeof(int) ? StateElement.Signed32
        : typeof(T) == typeof(long) ? StateElement.Signed64
        : typeof(T) == typeof(uint) ? StateElement.Unsigned32
        : typeof(T) == typeof(ulong) ? StateElement.Unsigned64
        : throw new NotSupportedException($"Numbers of type {typeof(T).Name} are no part of states.");

    private string Join(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return _path.Length == 0 ? name : $"{_path}.{name}";
    }
}
