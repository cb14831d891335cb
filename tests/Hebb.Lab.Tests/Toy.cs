using System.Collections.Immutable;
using Hebb.Agents;
using Hebb.Lab.Configurations;
using Hebb.Lab.Studies.Figure4;
using Hebb.Report;

namespace Hebb.Lab.Tests;

/// <summary>Small methods, configurations and records to test with.</summary>
internal static class Toy
{
    public static IReadOnlyList<Figure4Method> Catalogue { get; } =
    [
        Method("learner", seed => new ToyAgent(seed)),
        Method("second", seed => new ToyAgent(seed + 1000)),
        Method("diverging", seed => new ToyAgent(seed, divergeAfter: 3)),
    ];

    public static Figure4Method Method(
        string name,
        Func<ulong, IAgent>? create = null,
        MethodRole role = MethodRole.Published
    ) =>
        Figure4Method.Of(
            new ReportMethod(
                name,
                $"The {name}",
                "4.2",
                "A rule | with a bar",
                "It learns.",
                create ?? (seed => new ToyAgent(seed))
            ),
            new MethodPlace("Policy EP", role)
        );

    public static Figure4Options Configuration(int seeds = 3, int episodes = 25, ulong firstSeed = 5) =>
        new()
        {
            Methods = Catalogue,
            Seeds = SeedSet.Range(firstSeed, firstSeed + (ulong)seeds - 1),
            Episodes = episodes,
        };

    public static MethodRun Record(IEnumerable<double> returns, ulong seed = 0, string method = "learner")
    {
        ImmutableArray<double> all = [.. returns];
        return new(method, seed, DivergedAtEpisode: null, Seconds: 0.5, all, [.. all.Select(value => (int)value)]);
    }

    public static IEnumerable<double> Repeat(double value, int count) => Enumerable.Repeat(value, count);
}
