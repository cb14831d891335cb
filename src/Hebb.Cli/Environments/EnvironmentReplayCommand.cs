using Hebb.Catalogues;
using Hebb.Cli.Consoles;
using Hebb.Cli.Options;
using Hebb.Environments;
using Hebb.Naming;

namespace Hebb.Cli.Environments;

/// <summary>The command <c>hebb env replay</c>: applies given actions and prints every number exactly.</summary>
internal static class EnvironmentReplayCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CatalogueSet catalogues)
    {
        var environment = new Argument<string>("environment")
        {
            Description = "A name that `hebb env list` shows, such as CartPole-v1.",
        }.CompletedBy(catalogues.Environments.Names);
        var seed = SeedOption.Create($"Seeds the first reset: a whole number from 0 to {ulong.MaxValue}.");
        seed.Required = true;
        var actions = new Option<string>("--actions")
        {
            Description =
                $"A file of integers with white space between them, or - for standard input. {ActionText.Limit} None: the reset alone.",
            HelpName = "file",
            Required = true,
        };
        var gym = new Option<string?>("--gym")
        {
            Description = "Follow this version of gym in place of Gymnasium: 0.10.9, for CartPole alone.",
            HelpName = "version",
        };
        var command = new Command(
            "replay",
            "Apply the actions of a file and print every state and observation exactly, as CSV. Row t = 0 is a reset; after "
                + "the end of an episode the replay resets without a seed and continues with the next action."
        )
        {
            environment,
            seed,
            actions,
            gym,
        };
        command.SetLongAction(
            (parsed, cancellation) =>
            {
                Replay(
                    catalogues.Environments,
                    parsed.GetRequiredValue(environment),
                    parsed.GetValue(seed)!.Value,
                    parsed.GetRequiredValue(actions),
                    parsed.GetValue(gym),
                    CommandConsole.Of(parsed),
                    cancellation
                );
                return ExitCode.Success;
            }
        );
        return command;
    }

    private static void Replay(
        Catalogue<EnvironmentEntry> known,
        string name,
        ulong seed,
        string path,
        string? gymVersion,
        CommandConsole console,
        CancellationToken cancellation
    )
    {
        var entry = NamedChoice.Find(known, name);
        var edition = EditionText.Parse(gymVersion, entry, known);
        var actions = ActionText.Read(path, console.Input, entry.Name, entry.Specification.Actions.Count, cancellation);

        var environment = entry.Create(edition);
        var observation = new float[entry.Specification.Observations.Size];
        var writer = new TrajectoryWriter(console.Output);
        environment.Reset(seed, observation);
        writer.WriteReset(environment.State, observation);
        var episodeEnded = false;
        foreach (var action in actions)
        {
            cancellation.ThrowIfCancellationRequested();
            if (episodeEnded)
            {
                environment.Reset(observation);
                writer.WriteReset(environment.State, observation);
            }

            var result = environment.Step(action, observation);
            writer.WriteStep(action, result, environment.State, observation);
            episodeEnded = result.EpisodeEnded;
        }
    }
}
