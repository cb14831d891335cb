using System.Globalization;
using Hebb.Numerics;

namespace Hebb.Tests.Environments;

/// <summary>One row of a golden trajectory; action, reward and flags are null on the row of a reset.</summary>
internal sealed record GoldenRow(
    int Episode,
    int Time,
    int? Action,
    double? Reward,
    bool? Terminated,
    bool? Truncated,
    double[] State,
    float[] Observation
);

/// <summary>The rows of one environment under one policy and seed.</summary>
internal sealed record GoldenTrajectory(string Environment, string Policy, ulong Seed, IReadOnlyList<GoldenRow> Rows)
{
    public static IReadOnlyList<GoldenTrajectory> All { get; } =
    [.. new[] { "cartpole.csv", "acrobot.csv", "mountaincar.csv" }.SelectMany(ReadFile)];

    public IEnumerable<int> Actions => Rows.Where(row => row.Action is not null).Select(row => row.Action!.Value);

    public override string ToString() => $"{Environment} {Policy} {Seed}";

    private static IEnumerable<GoldenTrajectory> ReadFile(string file) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Golden", file))
            .Skip(1)
            .Select(line => line.Split(','))
            .GroupBy(cells => (cells[0], cells[1], cells[2]))
            .Select(group => new GoldenTrajectory(
                group.Key.Item1,
                group.Key.Item2,
                ulong.Parse(group.Key.Item3, CultureInfo.InvariantCulture),
                [.. group.Select(ReadRow)]
            ));

    private static GoldenRow ReadRow(string[] cells) =>
        new(
            int.Parse(cells[3], CultureInfo.InvariantCulture),
            int.Parse(cells[4], CultureInfo.InvariantCulture),
            cells[5].Length == 0 ? null : int.Parse(cells[5], CultureInfo.InvariantCulture),
            cells[6].Length == 0 ? null : double.Parse(cells[6], CultureInfo.InvariantCulture),
            cells[7].Length == 0 ? null : string.Equals(cells[7], "1", StringComparison.Ordinal),
            cells[8].Length == 0 ? null : string.Equals(cells[8], "1", StringComparison.Ordinal),
            [.. cells[9].Split(' ').Select(cell => HexadecimalFloat.Parse(cell))],
            [.. cells[10].Split(' ').Select(cell => (float)HexadecimalFloat.Parse(cell))]
        );
}
