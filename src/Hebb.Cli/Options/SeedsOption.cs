using Hebb.Lab.Configurations;

namespace Hebb.Cli.Options;

/// <summary>The option <c>--seeds</c>: the seeds of the runs, such as <c>0..19</c>, <c>7</c> or <c>1,5,9</c>.</summary>
internal static class SeedsOption
{
    /// <summary>Makes the option.</summary>
    /// <param name="standard">The seeds where it is not given.</param>
    public static Option<SeedSet> Create(
        SeedSet standard,
        string description = "The seeds, each of which gives a run: 0..19, 7 or 1,5,9."
    )
    {
        Option<SeedSet> option = CreateOptional(description)!;
        option.DefaultValueFactory = _ => standard;
        return option;
    }

    /// <summary>Makes the option where the seeds depend on something else; where it is not given its value is null.</summary>
    public static Option<SeedSet?> CreateOptional(string description) =>
        ParsedOption.Create<SeedSet?>("--seeds", description, "SEEDS", SeedSet.Parse);
}
