using System.CommandLine.Completions;

namespace Hebb.Cli.Options;

/// <summary>What a shell can complete the value of an option or of an argument to.</summary>
internal static class Completion
{
    /// <summary>Names, of which one is given.</summary>
    public static Option<T> CompletedBy<T>(this Option<T> option, IEnumerable<string> names)
    {
        option.CompletionSources.Add(_ => Items(names));
        return option;
    }

    /// <inheritdoc cref="CompletedBy{T}(Option{T}, IEnumerable{string})"/>
    public static Argument<T> CompletedBy<T>(this Argument<T> argument, IEnumerable<string> names)
    {
        argument.CompletionSources.Add(_ => Items(names));
        return argument;
    }

    /// <summary>Names, of which several are given, separated by commas.</summary>
    public static Option<T> CompletedByList<T>(this Option<T> option, IReadOnlyCollection<string> names)
    {
        option.CompletionSources.Add(context =>
        {
            var given = context.WordToComplete;
            var head = given[..(given.LastIndexOf(',') + 1)];
            return Items(names.Except(head.Split(','), StringComparer.Ordinal).Select(name => head + name));
        });
        return option;
    }

    private static IEnumerable<CompletionItem> Items(IEnumerable<string> names) =>
        names.Select(name => new CompletionItem(name));
}
