using Hebb.Cli.Consoles;
using Hebb.Cli.Looking;
using Hebb.Lab.Tables;

namespace Hebb.Cli.Machine;

/// <summary><c>hebb doctor</c>: what the program finds on this machine, what is missing, and how to get it.</summary>
internal static class DoctorCommand
{
    private static readonly Columns<MachineCheck> Columns = new()
    {
        { "what", check => check.Subject },
        { "state", check => StateText(check.State) },
        { "found", check => check.Found },
    };

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var store = StoreOption.Create();
        var command = new Command(
            "doctor",
            "Look at this machine: runtime, processor, data sets, the store, figures; say what is missing and how to get it."
        )
        {
            store,
        };
        command.SetLongAction((parsed, _) => Run(parsed.GetRequiredValue(store), Terminal.Of(parsed)));
        return command;
    }

    private static int Run(string store, Terminal terminal)
    {
        MachineCheck[] checks = [.. MachineChecks.All(store, terminal)];
        TextTable.Of(Columns, checks).Write(terminal);
        foreach (MachineCheck check in checks.Where(check => check.Remedy.Length > 0))
        {
            terminal.Lines.WriteLine($"{check.Subject}: {check.Remedy}");
        }

        return checks.Any(check => check.State is CheckState.Missing) ? ExitCode.Failure : ExitCode.Success;
    }

    private static string StateText(CheckState state) =>
        state switch
        {
            CheckState.Good => "ok",
            CheckState.Note => "note",
            _ => "missing",
        };
}
