using System.Collections;
using System.Text;
using CsvHelper;
using Hebb.Lab.Summaries;

namespace Hebb.Lab.Tables;

/// <summary>
/// The columns of a table, written as a list: <c>{ "seed", run => run.Seed }</c>. Numbers are written in the invariant culture, to
/// their last digit unless a format is given, and stand at the right.
/// </summary>
/// <typeparam name="T">What a row is made of.</typeparam>
public sealed class Columns<T> : IReadOnlyList<Column<T>>
{
    private readonly List<Column<T>> _columns = [];

    /// <inheritdoc/>
    public int Count => _columns.Count;

    /// <inheritdoc/>
    public Column<T> this[int index] => _columns[index];

    /// <summary>Adds a column of texts.</summary>
    /// <param name="text">The text of a row; empty for none.</param>
    /// <param name="alignment">Where it stands, in tables for people.</param>
    public void Add(string name, Func<T, string> text, ColumnAlignment alignment = ColumnAlignment.Left) =>
        _columns.Add(new(name, text, alignment));

    /// <summary>Adds a column of numbers, or of what consists of numbers.</summary>
    /// <param name="number">The number of a row; null for none.</param>
    /// <param name="format">Its .NET format; null for the shortest text that is exact.</param>
    public void Add(string name, Func<T, IFormattable?> number, string? format = null) =>
        Add(name, row => number(row)?.ToString(format, CultureInfo.InvariantCulture) ?? "", ColumnAlignment.Right);

    /// <summary>Adds a column of numbers with as many decimals as fit all of them, where people read it.</summary>
    /// <param name="number">The number of a row; null for none.</param>
    /// <param name="fitted">Says so.</param>
    /// <param name="remark">What follows the number of a row; null for nothing.</param>
    public void Add(string name, Func<T, double?> number, FittedDecimals fitted, Func<T, string>? remark = null) =>
        _columns.Add(
            new(name, row => number(row)?.ToString(CultureInfo.InvariantCulture) ?? "", ColumnAlignment.Right)
            {
                Fit = rows =>
                {
                    var format = FittedDecimals.FormatOf(rows.Select(number).OfType<double>());
                    return row =>
                        number(row) is { } value
                            ? value.ToString(format, CultureInfo.InvariantCulture) + remark?.Invoke(row)
                            : "";
                },
            }
        );

    /// <summary>Adds a column of estimates in the same way; of greater numbers the ends of the intervals have no decimals.</summary>
    /// <param name="estimate">The estimate of a row; null for none.</param>
    /// <param name="fitted">Says so.</param>
    /// <param name="remark">What follows the estimate of a row; null for nothing.</param>
    public void Add(string name, Func<T, Estimate?> estimate, FittedDecimals fitted, Func<T, string>? remark = null) =>
        _columns.Add(
            new(name, row => estimate(row)?.ToString(null, CultureInfo.InvariantCulture) ?? "", ColumnAlignment.Right)
            {
                Fit = rows =>
                {
                    var format = FittedDecimals.FormatOf(rows.Select(estimate).OfType<Estimate>().SelectMany(Numbers));
                    var usual = format is "0.0" ? null : format;
                    return row =>
                        estimate(row) is { } value
                            ? value.ToString(usual, CultureInfo.InvariantCulture) + remark?.Invoke(row)
                            : "";
                },
            }
        );

    /// <summary>Adds a column of <c>true</c> and <c>false</c>.</summary>
    /// <param name="truth">The truth value of a row; null for none.</param>
    public void Add(string name, Func<T, bool?> truth) =>
        Add(
            name,
            row =>
                truth(row) switch
                {
                    null => "",
                    true => "true",
                    false => "false",
                }
        );

    /// <summary>Adds three columns: a mean and the ends of its interval.</summary>
    /// <param name="mean">The head of the mean.</param>
    /// <param name="low">The head of the lower end.</param>
    /// <param name="high">The head of the upper end.</param>
    /// <param name="estimate">The estimate of a row; null for none.</param>
    /// <param name="format">The .NET format of the numbers; null for the shortest text that is exact.</param>
    public void Add(string mean, string low, string high, Func<T, Estimate?> estimate, string? format = null)
    {
        Add(mean, row => estimate(row)?.Mean, format);
        Add(low, row => estimate(row)?.Interval?.Low, format);
        Add(high, row => estimate(row)?.Interval?.High, format);
    }

    /// <summary>Adds the columns of another table.</summary>
    public void Add(IEnumerable<Column<T>> columns) => _columns.AddRange(columns);

    /// <summary>Adds the columns of a part of a row.</summary>
    /// <param name="columns">The columns of the part.</param>
    /// <param name="part">The part of a row.</param>
    public void Add<TPart>(IEnumerable<Column<TPart>> columns, Func<T, TPart> part) =>
        _columns.AddRange(
            columns.Select(column => new Column<T>(column.Name, row => column.Cell(part(row)), column.Alignment)
            {
                Fit = column.Fit is { } fit ? rows => Of(fit([.. rows.Select(part)]), part) : null,
            })
        );

    /// <summary>Writes a table as comma-separated values in UTF-8; the same rows give the same bytes.</summary>
    /// <param name="stream">Where to; stays open.</param>
    public void WriteCommaSeparated(Stream stream, IEnumerable<T> rows)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(rows);
        using CsvWriter table = CsvWriter.Create(stream, CommaSeparated.Options, leaveOpen: true);
        table.WriteHeader([.. _columns.Select(column => column.Name)]);
        foreach (T row in rows)
        {
            foreach (Column<T> column in _columns)
            {
                table.WriteField(column.Cell(row));
            }

            table.EndRecord();
        }
    }

    /// <summary>Appends a table in Markdown to a page.</summary>
    /// <param name="isSparse">Whether a cell without a value stays empty, instead of a dash.</param>
    internal void AppendMarkdown(StringBuilder page, IEnumerable<T> rows, bool isSparse = false)
    {
        Append(_columns.Select(column => column.Name));
        Append(_columns.Select(column => column.Alignment is ColumnAlignment.Left ? "---" : "--:"));
        T[] all = [.. rows];
        string[][] texts = [.. _columns.Select(column => column.Texts(all, isSparse))];
        for (var row = 0; row < all.Length; row++)
        {
            Append(texts.Select(column => column[row]));
        }

        // A vertical bar would end the cell.
        void Append(IEnumerable<string> cells) =>
            page.Append("| ")
                .AppendJoin(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))
                .Append(" |\n");
    }

    private static Func<T, string> Of<TPart>(Func<TPart, string> cell, Func<T, TPart> part) => row => cell(part(row));

    private static IEnumerable<double> Numbers(Estimate estimate) =>
        estimate.Interval is { } interval ? [estimate.Mean, interval.Low, interval.High] : [estimate.Mean];

    /// <inheritdoc/>
    public IEnumerator<Column<T>> GetEnumerator() => _columns.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
