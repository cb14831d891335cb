using Hebb.Catalogues;
using Hebb.Cli.Consoles;
using Hebb.Cli.Options;
using Hebb.Cli.Watching;
using Hebb.Environments;
using Hebb.Lab.Scenes;

namespace Hebb.Cli.Environments;

/// <summary>The command <c>hebb env draw</c>: what an environment looks like, as a picture or as text.</summary>
internal sealed class EnvironmentDrawCommand(CatalogueSet catalogues)
{
    private readonly Argument<string> _name = new Argument<string>("environment")
    {
        Description = "A name that `hebb env list` shows, such as CartPole-v1.",
    }.CompletedBy(catalogues.Environments.Names);

    private readonly Option<ulong?> _seed = SeedOption.Create("Seeds the first reset. [default: 0]");

    private readonly Option<string?> _actions = new("--actions")
    {
        Description =
            "A file of integers with white space between them, or - for standard input: what is drawn is the state after "
            + $"them. {ActionText.Limit} After the end of an episode, the next episode continues with the next action. [default: none]",
        HelpName = "file",
    };

    private readonly Option<string?> _gym = new("--gym")
    {
        Description = "Follow this version of gym in place of Gymnasium: 0.10.9, for CartPole alone.",
        HelpName = "version",
    };

    private readonly Option<string?> _out = PictureOption.Create(
        "The picture; where it is not given the scene is printed, in signs of Braille."
    );

    private readonly Option<bool> _force = OutFile.CreateForce();

    /// <summary>Makes the command.</summary>
    public Command Create()
    {
        var command = new Command("draw", "Draw an environment as it begins, or as it is after the actions of a file.")
        {
            _name,
            _seed,
            _actions,
            _gym,
            _out,
            _force,
        };
        command.SetAction(
            // On another thread: this one has to be free to hear of Ctrl-C.
            (parsed, cancellation) => Task.Run(() => Run(parsed, cancellation), CancellationToken.None)
        );
        return command;
    }

    private void Run(ParseResult parsed, CancellationToken cancellation)
    {
        EnvironmentEntry entry = NamedChoice.Find(catalogues.Environments, parsed.GetRequiredValue(_name));
        IEnvironment environment = entry.Create(
            EditionText.Parse(parsed.GetValue(_gym), entry, catalogues.Environments)
        );
        var seed = parsed.GetValue(_seed) ?? 0;
        var actions = parsed.GetValue(_actions) is { } path
            ? ActionText.Read(
                path,
                CommandConsole.Of(parsed).Input,
                entry.Specification.Name,
                entry.Specification.Actions.Count,
                cancellation
            )
            : [];
        EpisodeFrame frame = Play(environment, seed, actions);
        var title = $"{entry.Specification.Name}, seed {seed}";
        if (parsed.GetValue(_out) is { } picture)
        {
            PictureOption.Prepare(picture, parsed.GetValue(_force));
            PictureOption.Write(picture, file => EpisodePicture.WriteFrame(file, title, entry.Specification, frame));
        }
        else
        {
            Print(frame, $"{title}: {frame.Words(entry.Specification)}", Terminal.Of(parsed));
        }
    }

    private static EpisodeFrame Play(IEnvironment environment, ulong seed, IReadOnlyList<int> actions)
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
