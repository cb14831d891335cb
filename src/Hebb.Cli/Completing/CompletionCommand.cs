using Hebb.Cli.Consoles;
using Hebb.Cli.Options;
using Hebb.Naming;

namespace Hebb.Cli.Completing;

/// <summary><c>hebb completion</c>: a script by which a shell completes command lines of <c>hebb</c>.</summary>
internal static class CompletionCommand
{
    // They ask the hidden command below for what can stand at the cursor; where nothing is known, files are completed.
    private static readonly (string Shell, string Script)[] Scripts =
    [
        (
            "bash",
            """
            _hebb() {
                local IFS=$'\n'
                COMPREPLY=($(hebb complete "$COMP_POINT" "$COMP_LINE" 2> /dev/null))
                [ ${#COMPREPLY[@]} -gt 0 ] || compopt -o default 2> /dev/null
            }
            complete -F _hebb hebb
            """
        ),
        (
            "zsh",
            """
            #compdef hebb
            _hebb() {
                local -a found
                found=(${(f)"$(hebb complete "$CURSOR" "$BUFFER" 2> /dev/null)"})
                if (( ${#found} )); then compadd -a found; else _files; fi
            }
            compdef _hebb hebb
            """
        ),
        (
            "fish",
            """
            complete --command hebb --arguments '(set -l line (commandline -cp); hebb complete (string length -- "$line") "$line" 2> /dev/null)'
            """
        ),
    ];

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        string[] names = [.. Scripts.Select(script => script.Shell)];
        Argument<string> shell = new("SHELL") { Description = $"The shell: {string.Join(", ", names)}." };
        shell.CompletedBy(names);
        var command = new Command(
            "completion",
            "Print a script by which a shell completes commands, options and names; its start-up file evaluates it."
        )
        {
            shell,
        };
        command.SetAction(parsed =>
        {
            var given = parsed.GetRequiredValue(shell);
            var found = Scripts.FirstOrDefault(one =>
                string.Equals(one.Shell, given, StringComparison.OrdinalIgnoreCase)
            );
            parsed.InvocationConfiguration.Output.WriteLine(
                found.Script
                    ?? throw new InputException($"shell '{given}': no such shell; {NearestName.Unknown(given, names)}")
            );
            return ExitCode.Success;
        });
        return command;
    }
}
