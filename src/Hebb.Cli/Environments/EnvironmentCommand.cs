using Hebb.Catalogues;

namespace Hebb.Cli.Environments;

/// <summary>The command <c>hebb env</c>: what environments there are, and what they do.</summary>
internal static class EnvironmentCommand
{
    /// <summary>Makes the command with its subcommands.</summary>
    public static Command Create(CatalogueSet catalogues) =>
        new("env", "List the environments, draw one, or replay actions in one and print every number exactly.")
        {
            EnvironmentListCommand.Create("list", catalogues),
            EnvironmentReplayCommand.Create(catalogues),
            new EnvironmentDrawCommand(catalogues).Create(),
        };
}
