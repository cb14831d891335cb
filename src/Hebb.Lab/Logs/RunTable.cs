using System.Runtime.InteropServices;

namespace Hebb.Lab.Logs;

/// <summary>What a run wrote while it learned, column by column: a row for each episode, or for each epoch of supervised training.</summary>
public class RunTable
{
    private readonly double[][] _columns;
    private readonly string _steps;

    /// <summary>Takes columns over.</summary>
    /// <param name="names">Their names, all different.</param>
    /// <param name="count">How many rows there are.</param>
    /// <param name="steps">The column that says how much was learned by the end of each row.</param>
    private protected RunTable(ImmutableArray<string> names, double[][] columns, int count, string steps)
    {
        Names = names;
        Count = count;
        _columns = columns;
        _steps = steps;
    }

    /// <summary>The names of the columns.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>How many rows there are.</summary>
    public int Count { get; }

    /// <summary>How much was learned by the end of each row: environment steps, or training examples.</summary>
    public ImmutableArray<double> Steps => Column(_steps);

    /// <summary>A column by its name; not a number where nothing was measured.</summary>
    /// <param name="name">The name, such as <c>entropy</c>.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public ImmutableArray<double> Column(string name) =>
        Find(name)
        ?? throw new ArgumentException($"name: {name}; one of {string.Join(", ", Names)} is needed", nameof(name));

    /// <summary>The same, or null where there is no such column.</summary>
    public ImmutableArray<double>? Find(string name) =>
        Names.IndexOf(name, StringComparer.Ordinal) is >= 0 and var index ? Column(index) : null;

    /// <summary>A column by its place.</summary>
    /// <param name="index">The place in <see cref="Names"/>, from 0.</param>
    public ImmutableArray<double> Column(int index) => ImmutableCollectionsMarshal.AsImmutableArray(_columns[index]);
}
