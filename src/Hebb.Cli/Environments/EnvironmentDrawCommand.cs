using System.CommandLine;
using Hebb.Cli.Consoles;
using Hebb.Cli.Options;
using Hebb.Cli.Watching;
using Hebb.Environments;
using Hebb.Lab.Scenes;

namespace Hebb.Cli.Environments;

/// <summary>The command <c>hebb env draw</c>: what an environment looks like, as a picture or as text.</summary>
internal static class EnvironmentDrawCommand
{
    private static readonly Argument<string> Name = new("environment")
    {
        Description = "A name that `hebb env list` shows, such as CartPole-v1.",
    };

    private static readonly Option<ulong?> Seed = SeedOption.Create("Seeds the first reset. [default: 0]");

    private static readonly Option<string?> Actions = new("--actions")
    {
        Description =
            "A file of integers with white space between them, or - for standard input: what is drawn is the state after "
            + "them. After an episode's end the next one goes on with the next action. [default: none]",
        HelpName = "file",
    };

    private static readonly Option<string?> Gym = new("--gym")
    {
        Description = "Follow this version of gym in place of Gymnasium: 0.10.9, for CartPole alone.",
        HelpName = "version",
    };

    private static readonly Option<string?> Out = PictureOption.Create(
        "The picture; where it is not given the scene is printed, in signs of Braille."
    );

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command("draw", "Draw an environment as it begins, or as it is after the actions of a file.")
        {
            Name,
            Seed,
            Actions,
            Gym,
            Out,
        };
        command.SetAction(Run);
        return command;
    }

    private static void Run(ParseResult parsed)
    {
        EnvironmentEntry entry = EnvironmentChoice.Find(parsed.GetRequiredValue(Name));
        IEnvironment environment = entry.Create(EditionText.Parse(parsed.GetValue(Gym), entry));
        var seed = parsed.GetValue(Seed) ?? 0;
        int[] actions = parsed.GetValue(Actions) is { } path
            ? ActionText.Read(
                path,
                CommandConsole.Of(parsed).Input,
                entry.Specification.Name,
                entry.Specification.Actions.Count
            )
            : [];
        EpisodeFrame frame = Play(environment, seed, actions);
        var title = $"{entry.Specification.Name}, seed {seed}";
        if (parsed.GetValue(Out) is { } picture)
        {
            PictureOption.Prepare(picture);
            PictureOption.Write(picture, file => EpisodePicture.WriteFrame(file, title, entry.Specification, frame));
        }
        else
        {
            Print(frame, $"{title}: {frame.Words(entry.Specification)}", Terminal.Of(parsed));
        }
    }

    private static EpisodeFrame Play(IEnvironment environment, ulong seed, int[] actions)
    {
        var observation = new float[environment.Specification.Observations.Size];
        environment.Reset(seed, observation);
        var (step, sum, ended) = (0, 0.0, false);
        foreach (var action in actions)
        {
            if (ended)
            {
                environment.Reset(observation);
                (step, sum) = (0, 0);
            }

            StepResult result = environment.Step(action, observation);
            (step, sum, ended) = (step + 1, sum + result.Reward, result.EpisodeEnded);
        }

        return new EpisodeFrame(environment.Draw(), step, sum, ended);
    }

    private static void Print(EpisodeFrame frame, string caption, Terminal terminal)
    {
        var (columns, rows) = terminal.IsLive ? terminal.Size : WatchedTerminal.Standard;

        // Room is left for the caption above and the next prompt below.
        rows = TerminalScene.RowsFor(frame.Scene, columns, rows - 2);
        terminal.Lines.WriteLine(caption);
        foreach (var line in TerminalScene.Draw(frame.Scene, columns, rows, SceneInk.Of(terminal)))
        {
            terminal.Lines.WriteLine(line.TrimEnd());
        }
    }
}
