using Hebb.Lab.Runs;

namespace Hebb.Cli.Looking;

/// <summary>The option <c>--store</c>: where runs are kept.</summary>
internal static class StoreOption
{
    /// <summary>Makes the option.</summary>
    public static Option<string> Create() =>
        new("--store")
        {
            Description = "The store: the directory in which runs are kept, and in which names are looked up.",
            HelpName = "DIR",
            DefaultValueFactory = _ => RunStore.StandardPath,
        };
}
