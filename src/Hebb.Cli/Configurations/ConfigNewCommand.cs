using System.Text;
using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Cli.Consoles;
using Hebb.Cli.Options;
using Hebb.Cli.Training;
using Hebb.Lab.Configurations;
using Hebb.Lab.Configurations.Files;
using Hebb.Lab.Configurations.Schema;
using Hebb.Lab.Records;

namespace Hebb.Cli.Configurations;

/// <summary><c>hebb config new</c>: the tuned settings of an agent as a file to edit.</summary>
internal static class ConfigNewCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CatalogueSet catalogues)
    {
        var agent = new Argument<string>("AGENT")
        {
            Description = "The agent; 'hebb list agents' names them. Or 'supervised', for supervised training.",
        }.CompletedBy([.. catalogues.Agents.Names, SupervisedConfiguration.StandardName]);
        var environment = new Option<string>("--env")
        {
            Description = $"The environment: {string.Join(", ", catalogues.Environments.Names)}.",
            HelpName = "NAME",
            DefaultValueFactory = _ => "CartPole-v1",
        }.CompletedBy(catalogues.Environments.Names);
        Option<string?> output = new("--out")
        {
            Description =
                $"The file. {ConfigurationSchema.FileName} is written beside it, where there is none. [default: standard output]",
            HelpName = "FILE",
        };
        Option<bool> force = OutFile.CreateForce();
        var command = new Command(
            "new",
            "Write an experiment file to edit: all settings of an agent as tuned for an environment, each with its meaning and "
                + "its range."
        )
        {
            agent,
            environment,
            output,
            force,
        };
        command.SetAction(parsed =>
        {
            var name = parsed.GetRequiredValue(agent);
            if (string.Equals(name, SupervisedConfiguration.StandardName, StringComparison.Ordinal))
            {
                if (parsed.GetResult(environment) is { Implicit: false })
                {
                    throw new InputException(
                        "--env: supervised training has a data set in place of an environment; leave it out"
                    );
                }

                Write(
                    CommentedConfiguration.OfSupervised(catalogues),
                    parsed.GetValue(output),
                    parsed.GetValue(force),
                    parsed.InvocationConfiguration.Output,
                    catalogues
                );
                return;
            }

            AgentEntry entry = NamedChoice.Find(catalogues.Agents, name);
            var place = NamedChoice.Find(catalogues.Environments, parsed.GetRequiredValue(environment), "--env").Name;
            AgentChoice.Require(entry, place, catalogues);
            Write(
                CommentedConfiguration.Of(entry.Name, place, catalogues),
                parsed.GetValue(output),
                parsed.GetValue(force),
                parsed.InvocationConfiguration.Output,
                catalogues
            );
        });
        return command;
    }

    private static void Write(string text, string? path, bool isForced, TextWriter output, CatalogueSet catalogues)
    {
        if (path is null)
        {
            output.Write(text);
            return;
        }

        OutFile.Require("--out", path, []);
        OutFile.RequireFree("--out", path, isForced);
        OutFile.PrepareFolder("--out", path);
        OutFile.Try("--out", path, () => ResultFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text))));
        output.WriteLine($"Written: {path}");
        WriteSchema(Path.Combine(Path.GetDirectoryName(path) ?? "", ConfigurationSchema.FileName), output, catalogues);
    }

    // The file refers to it: editors look for it beside the file.
    private static void WriteSchema(string path, TextWriter output, CatalogueSet catalogues)
    {
        var schema = ConfigurationSchema.Text(catalogues);
        if (!Path.Exists(path))
        {
            OutFile.Try(
                "--out",
                path,
                () => ResultFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(schema)))
            );
            output.WriteLine($"Written: {path}");
        }
        else if (!IsSame(path, schema))
        {
            output.WriteLine(
                $"{path} is not the schema of this program: 'hebb config schema > {ShellText.Path(path)}' writes it anew."
            );
        }
    }

    private static bool IsSame(string path, string schema)
    {
        try
        {
            return string.Equals(File.ReadAllText(path), schema, StringComparison.Ordinal);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
