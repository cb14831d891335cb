namespace Hebb.Cli.Options;

/// <summary>The option <c>--steps</c>: the environment steps of a run.</summary>
internal static class StepsOption
{
    private const long Most = 1_000_000_000_000;

    /// <summary>Makes the option; where it is not given its value is null.</summary>
    public static Option<long?> Create(string description) =>
        WholeNumberOption.CreateOptional("--steps", description, low: 1, high: Most);
}
