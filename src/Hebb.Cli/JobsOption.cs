using System.CommandLine;

namespace Hebb.Cli;

/// <summary>The option <c>--jobs</c>: how many runs go at a time.</summary>
internal static class JobsOption
{
    private const int Most = 1024;

    /// <summary>Makes the option.</summary>
    public static Option<long> Create() =>
        WholeNumberOption.Create(
            "--jobs",
            "How many runs go at a time; by default as many as there are cores. It changes no result.",
            standard: Math.Min(Environment.ProcessorCount, Most),
            low: 1,
            high: Most
        );
}
