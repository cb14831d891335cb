using System.CommandLine;
using Hebb.Lab.Training;

namespace Hebb.Cli.Training;

/// <summary>The option <c>--seeds</c>: the seeds of the runs, such as <c>0..19</c>, <c>7</c> or <c>1,5,9</c>.</summary>
internal static class SeedsOption
{
    /// <summary>Makes the option.</summary>
    /// <param name="standard">The seeds where it is not given.</param>
    public static Option<SeedSet> Create(SeedSet standard) =>
        new("--seeds")
        {
            Description = "The seeds, each of which gives a run: 0..19, 7 or 1,5,9.",
            HelpName = "SEEDS",
            DefaultValueFactory = _ => standard,
            CustomParser = result =>
            {
                var given = result.Tokens[0].Value;
                try
                {
                    return SeedSet.Parse(given);
                }
                catch (FormatException exception)
                {
                    result.AddError($"--seeds '{given}': {exception.Message}");
                    return standard;
                }
            },
        };
}
