using Hebb.Lab.Runs;

namespace Hebb.Cli.Options;

/// <summary>The option <c>--checkpoint</c>: how often what a run has come to is kept.</summary>
internal static class CheckpointOption
{
    // Some 32 years: nobody waits longer, and the platform can count them.
    private const double Most = 1e9;

    /// <summary>Makes the option.</summary>
    /// <param name="description">What it is, for the help, with a full stop.</param>
    public static Option<double?> Create(string description) =>
        NumberOption.Positive("--checkpoint", description, new RunOptions().CheckpointInterval.TotalSeconds, Most);

    /// <summary>The time that was given.</summary>
    public static TimeSpan Of(ParseResult parsed, Option<double?> option) =>
        TimeSpan.FromSeconds(parsed.GetRequiredValue(option)!.Value);
}
