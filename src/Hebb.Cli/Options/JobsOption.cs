namespace Hebb.Cli.Options;

/// <summary>The option <c>--jobs</c>: how many runs go at a time, or how many threads work.</summary>
internal static class JobsOption
{
    private const int Most = 1024;

    /// <summary>Makes the option.</summary>
    /// <param name="what">What there are so many of, behind "How many".</param>
    public static Option<long> Create(string what = "runs go at a time") =>
        WholeNumberOption.Create(
            "--jobs",
            $"How many {what}; by default as many as there are cores. It changes no result.",
            standard: Math.Min(Environment.ProcessorCount, Most),
            low: 1,
            high: Most
        );
}
