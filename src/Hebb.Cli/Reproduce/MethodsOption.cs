using System.Collections.Immutable;
using System.CommandLine;
using Hebb.Report;

namespace Hebb.Cli.Reproduce;

/// <summary>The option <c>--methods</c>: names of the catalogue, separated by commas.</summary>
internal static class MethodsOption
{
    /// <summary>Every name, in the order of the catalogue: what is meant where the option is not given.</summary>
    public static ImmutableArray<string> Names { get; } = [.. ReportMethods.All.Select(method => method.Name)];

    /// <summary>Makes the option.</summary>
    public static Option<ImmutableArray<string>?> Create() =>
        NamesOption.Create("--methods", "method", "methods", Names);
}
