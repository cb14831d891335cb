using Hebb.Cli.Options;
using Hebb.Lab.Catalogue;

namespace Hebb.Cli.Looking;

/// <summary>The option <c>--metric</c>: the number by which runs are compared.</summary>
internal static class MetricOption
{
    /// <summary>Makes the option; without a value the runs say what is usual.</summary>
    public static Option<string?> Create() =>
        ChoiceOption.CreateOptional(
            "--metric",
            "The score of a run: the mean return of its last 100 training episodes, of its best 100 in a row, or of its greedy "
                + "episodes; of supervised training the test accuracy after its last epoch or its best. By default last100, or "
                + "accuracy of supervised training",
            ScoreMetric.Names
        );
}
