namespace Hebb.Architecture.Tests;

public sealed class LayerTests
{
    private static readonly Layers Drawn = Layers.Parse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "architecture.md"))
    );

    [Fact]
    public void Every_room_is_drawn_and_every_drawn_room_exists() =>
        Assert.Equal(Rooms.All.Order(StringComparer.Ordinal), Drawn.Rooms.Order(StringComparer.Ordinal));

    [Fact]
    public void Rooms_refer_to_lower_layers_alone() => Assert.Empty(Drawn.Against(Rooms.Arrows));

    [Fact]
    public void The_arrows_of_the_code_are_seen()
    {
        Assert.Contains(Rooms.Arrows, arrow => arrow is { From: "Hebb.Relaxation", To: "Hebb.Networks" });
        Assert.Contains(Rooms.Arrows, arrow => arrow is { From: "Hebb.Lab.Runs", To: "Hebb.Agents" });
        Assert.True(Rooms.Arrows.Count > 300, $"{Rooms.Arrows.Count} arrows are few");
    }

    [Theory]
    [InlineData("Hebb.Networks", "Hebb.Learning")]
    [InlineData("Hebb.Costs", "Hebb.Agents")]
    [InlineData("Hebb.Lab.Runs", "Hebb.Lab.Studies.Figure4")]
    [InlineData("Hebb.Relaxation", "Hebb.Unknown")]
    public void An_arrow_against_the_layers_is_found(string from, string to) =>
        Assert.Equal(
            [$"{from} may not refer to {to}: planted"],
            Drawn.Against([new Arrow(from, to, "planted"), new Arrow("Hebb.Learning", "Hebb.Networks", "allowed")])
        );

    [Fact]
    public void The_report_is_a_museum_that_only_its_catalogue_and_its_figure_open() =>
        Assert.Equal(
            ["Hebb.Catalogues", "Hebb.Lab.Studies.Figure4"],
            Rooms
                .Arrows.Where(arrow => IsReport(arrow.To) && !IsReport(arrow.From))
                .Select(arrow => arrow.From)
                .Distinct()
                .Order(StringComparer.Ordinal)
        );

    private static bool IsReport(string room) =>
        room == "Hebb.Report" || room.StartsWith("Hebb.Report.", StringComparison.Ordinal);
}
