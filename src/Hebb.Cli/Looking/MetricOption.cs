using System.CommandLine;
using Hebb.Cli.Options;
using Hebb.Lab.Catalogue;

namespace Hebb.Cli.Looking;

/// <summary>The option <c>--metric</c>: the number by which runs are compared.</summary>
internal static class MetricOption
{
    /// <summary>Makes the option.</summary>
    public static Option<string> Create() =>
        ChoiceOption.Create(
            "--metric",
            "The score of a run: the mean return of its last 100 training episodes, of its best 100 in a row, or of its greedy "
                + "episodes",
            ScoreMetric.Names,
            ScoreMetric.Names[0]
        );
}
