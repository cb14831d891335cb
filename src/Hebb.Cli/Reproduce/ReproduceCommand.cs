using System.CommandLine;

namespace Hebb.Cli.Reproduce;

/// <summary><c>hebb reproduce</c>: makes results anew, over seeds.</summary>
internal static class ReproduceCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create() =>
        new("reproduce", "Make results anew, over seeds and with intervals.")
        {
            Figure4Command.Create(),
            BenchmarkCommand.Create(),
            AblationCommand.Create(),
            OpenLockCommand.Create(),
            ChainsCommand.Create(),
        };
}
