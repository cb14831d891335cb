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
        Option<SeedSet> option = Make(description, standard, seeds => seeds);
        option.DefaultValueFactory = _ => standard;
        return option;
    }

    /// <summary>Makes the option where the seeds depend on something else; where it is not given its value is null.</summary>
    public static Option<SeedSet?> CreateOptional(string description) =>
        Make<SeedSet?>(description, null, seeds => seeds);

    private static Option<T> Make<T>(string description, T refused, Func<SeedSet, T> convert) =>
        new("--seeds")
        {
            Description = description,
            HelpName = "SEEDS",
            CustomParser = result =>
            {
                var given = result.Tokens[0].Value;
                try
                {
                    return convert(SeedSet.Parse(given));
                }
                catch (FormatException exception)
                {
                    result.AddError($"--seeds '{given}': {exception.Message}");
                    return refused;
                }
            },
        };
}
