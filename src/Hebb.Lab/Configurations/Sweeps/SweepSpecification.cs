using Hebb.Configurations;
using Hebb.Settings;

namespace Hebb.Lab.Configurations.Sweeps;

/// <summary>
/// What an experiment varies: every combination of a grid, each of the items of a list, and random draws; combined where there is more
/// than one of them.
/// </summary>
/// <remarks>
/// There are as many trials as combinations of grid and list, the list going fastest, and each has a draw of its own where there
/// are random settings. <see cref="DrawCount"/> asks for more or fewer: with more, the combinations start again with other draws. Trial i
/// draws from a stream of its own, so that more trials never change the earlier ones.
/// </remarks>
public sealed class SweepSpecification
{
    /// <summary>How many trials there may be at most.</summary>
    public const int MostTrials = 100_000;

    private const string GridName = "grid";
    private const string ListName = "list";
    private const string RandomName = "random";
    private const string TrialsName = "trials";
    private const string SeedName = "seed";
    private const string HalvingName = "halving";
    private static readonly string[] Names = [GridName, ListName, RandomName, TrialsName, SeedName, HalvingName];

    private readonly ImmutableArray<ImmutableArray<(string Path, JsonNode? Value)>> _combinations;
    private readonly ImmutableArray<(string Path, Distribution Distribution)> _random;

    private SweepSpecification(JsonObject given, SettingsFile file)
    {
        ConfigurationReader.RequireKnown(given, Names, ConfigurationJson.Sweep);
        var grid = SweepAxes.Grid(Given(given, GridName), PathOf(GridName));
        var list = SweepAxes.List(Given(given, ListName), PathOf(ListName));
        _random = SweepAxes.Random(Given(given, RandomName), PathOf(RandomName));
        _combinations = SweepAxes.Combined(grid, list, ConfigurationJson.Sweep);
        DrawCount = given.TryGetPropertyValue(TrialsName, out JsonNode? trials)
            ? (int)Whole(1, MostTrials).Read(trials, PathOf(TrialsName))
            : null;
        Seed = given.TryGetPropertyValue(SeedName, out JsonNode? seed)
            ? (ulong)(long)new NumberKind(typeof(long), Positive(0, SeedSet.Greatest)).Read(seed, PathOf(SeedName))
            : 0;
        Halving = given.TryGetPropertyValue(HalvingName, out JsonNode? halving)
            ? file.Read(new SweepHalving(), halving, PathOf(HalvingName))
            : null;
        Axes =
        [
            .. _combinations
                .SelectMany(combination => combination.Select(value => value.Path))
                .Concat(_random.Select(draw => draw.Path))
                .Distinct(StringComparer.Ordinal),
        ];
        Require(given);
    }

    /// <summary>The dotted paths of what is varied, those of the grid first, each once.</summary>
    public ImmutableArray<string> Axes { get; }

    /// <summary>How many trials were asked for; null for as many as there are combinations.</summary>
    public int? DrawCount { get; }

    /// <summary>The seed that random settings are drawn from.</summary>
    public ulong Seed { get; }

    /// <summary>How trials that do badly are ended early; null where none is.</summary>
    public SweepHalving? Halving { get; }

    /// <summary>Whether some settings are drawn, so that there can be as many trials as one likes.</summary>
    public bool IsRandom => !_random.IsEmpty;

    /// <summary>How many trials there are, where nothing else is asked for.</summary>
    public int Count => IsRandom ? DrawCount ?? _combinations.Length : _combinations.Length;

    /// <summary>The values of each trial.</summary>
    /// <param name="count">
    /// How many; null for <see cref="Count"/>. Without random settings there are no more than that.
    /// </param>
    public IReadOnlyList<ImmutableArray<(string Path, JsonNode? Value)>> Trials(int? count = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count ?? 0, nameof(count));
        var trials = IsRandom ? count ?? Count : Math.Min(count ?? Count, Count);
        return [.. Enumerable.Range(0, trials).Select(Trial)];
    }

    /// <summary>Reads a specification.</summary>
    /// <param name="node">What a file holds.</param>
    /// <exception cref="SettingException">It is none.</exception>
    internal static SweepSpecification Read(JsonNode? node, SettingsFile file) =>
        new(SettingsFile.ObjectOf(node, ConfigurationJson.Sweep), file);

    private ImmutableArray<(string Path, JsonNode? Value)> Trial(int number)
    {
        var random = new Numerics.Pcg64(new Numerics.SeedSequence(Seed).Spawn(number));
        return
        [
            .. _combinations[number % _combinations.Length],
            .. _random.Select(axis => (axis.Path, (JsonNode?)axis.Distribution.Draw(random))),
        ];
    }

    private void Require(JsonObject given)
    {
        if (Axes.IsEmpty)
        {
            throw new SettingException(
                ConfigurationJson.Sweep,
                $"nothing is varied; {GridName}, {ListName} or {RandomName} is needed"
            );
        }

        if (DrawCount is not null && !IsRandom)
        {
            throw new SettingException(
                PathOf(TrialsName),
                $"{DrawCount}; only with {RandomName} settings: a {GridName} and a {ListName} have as many trials as combinations"
            );
        }

        if (DrawCount is null && IsRandom && !given.ContainsKey(GridName) && !given.ContainsKey(ListName))
        {
            throw new SettingException(PathOf(TrialsName), "missing; how many random trials are to be made is needed");
        }

        foreach ((var path, _) in _random)
        {
            if (
                _combinations.Any(values =>
                    values.Any(value => string.Equals(value.Path, path, StringComparison.Ordinal))
                )
            )
            {
                throw new SettingException(
                    PathOf($"{RandomName}.{path}"),
                    $"varied by the {GridName} or {ListName} too; once is needed"
                );
            }
        }
    }

    private static JsonNode? Given(JsonObject given, string name) =>
        given.TryGetPropertyValue(name, out JsonNode? part)
            ? part ?? throw new SettingException(PathOf(name), "null; leave it out for none")
            : null;

    private static string PathOf(string name) => SettingText.Join(ConfigurationJson.Sweep, name);

    private static NumberKind Whole(long least, long most) => new(typeof(int), Positive(least, most));

    private static NumberRange Positive(double least, double most) => new(least, most, false, false, IsWhole: true);
}
