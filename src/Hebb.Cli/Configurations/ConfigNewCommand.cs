using System.CommandLine;
using Hebb.Catalogues;
using Hebb.Cli.Consoles;
using Hebb.Cli.Options;
using Hebb.Cli.Training;
using Hebb.Lab.Configurations.Files;

namespace Hebb.Cli.Configurations;

/// <summary><c>hebb config new</c>: the tuned settings of an agent as a file to edit.</summary>
internal static class ConfigNewCommand
{
    private static readonly Argument<string> Agent = new("AGENT")
    {
        Description = "The agent; 'hebb list agents' names them.",
    };

    private static readonly Option<string> Environment = ChoiceOption.Create(
        "--env",
        "The environment",
        CatalogueSet.Standard.Environments.Names,
        "CartPole-v1"
    );

    private static readonly Option<string?> Out = new("--out")
    {
        Description = "The file; one that exists is left as it is. [default: standard output]",
        HelpName = "FILE",
    };

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command(
            "new",
            "Write an experiment file to edit: all settings of an agent as tuned for an environment, each with what it means and "
                + "what it may be."
        )
        {
            Agent,
            Environment,
            Out,
        };
        command.SetAction(parsed =>
        {
            var agent = AgentChoice.Find(parsed.GetRequiredValue(Agent));
            var environment = parsed.GetRequiredValue(Environment);
            AgentChoice.Require(agent, environment);
            Write(
                CommentedConfiguration.Of(agent.Name, environment),
                parsed.GetValue(Out),
                parsed.InvocationConfiguration.Output
            );
        });
        return command;
    }

    private static void Write(string text, string? path, TextWriter output)
    {
        if (path is null)
        {
            output.Write(text);
            return;
        }

        OutFile.Require("--out", path, []);
        if (Path.Exists(path))
        {
            throw new InputException($"--out {path} exists: a new file is needed");
        }

        OutFile.PrepareFolder("--out", path);
        OutFile.Try(
            "--out",
            path,
            () =>
            {
                using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
                using var writer = new StreamWriter(file);
                writer.Write(text);
            }
        );
        output.WriteLine($"Written: {path}");
    }
}
