using System.Text;
using Hebb.Lab.Summaries;
using Hebb.Lab.Tables;
using Hebb.Numerics.Statistics;

namespace Hebb.Lab.Tests.Tables;

public sealed class ColumnsTests
{
    private static readonly Columns<Row> All = new()
    {
        { "name", row => row.Name },
        { "number", row => row.Number },
        { "short", row => row.Number, "0.0" },
        { "sign", row => row.Number is { } number ? number < 0 : null },
        { "mean", "low", "high", row => row.Estimate },
    };

    private static readonly Row[] Rows =
    [
        new("a, b", 0.1 + 0.2, new Estimate(1.5, new BootstrapInterval(1, 2.25))),
        new("c", null, null),
    ];

    [Fact]
    public void Numbers_are_exact_or_in_their_format_and_what_is_missing_is_empty()
    {
        using var stream = new MemoryStream();
        All.WriteCommaSeparated(stream, Rows);
        Assert.Equal(
            "name,number,short,sign,mean,low,high\n\"a, b\",0.30000000000000004,0.3,false,1.5,1,2.25\nc,,,,,,\n",
            Encoding.UTF8.GetString(stream.ToArray())
        );
    }

    [Fact]
    public void Tables_for_people_have_a_dash_where_a_value_is_missing() =>
        Assert.Equal(
            ["c", "-", "-", "-", "-", "-", "-"],
            All.Select(column => column.Text(Rows[1])),
            StringComparer.Ordinal
        );

    [Fact]
    public void Words_stand_at_the_left_and_numbers_at_the_right()
    {
        Assert.Equal(ColumnAlignment.Left, All[0].Alignment);
        Assert.Equal(ColumnAlignment.Right, All[1].Alignment);
    }

    [Fact]
    public void Columns_of_a_part_and_of_another_table_are_columns()
    {
        var columns = new Columns<(int Place, Row Row)> { { "place", row => row.Place }, { All, row => row.Row } };
        Assert.Equal(
            ["place", .. All.Select(column => column.Name)],
            columns.Select(column => column.Name),
            StringComparer.Ordinal
        );
        Assert.Equal("a, b", columns[1].Cell((1, Rows[0])));
        Assert.Equal(All, new Columns<Row> { All });
    }

    private sealed record Row(string Name, double? Number, Estimate? Estimate);
}
