using System.CommandLine;
using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Cli.Consoles;
using Hebb.Cli.Options;
using Hebb.Cli.Training;
using Hebb.Environments;
using Hebb.Lab.Scenes;

namespace Hebb.Cli.Watching;

/// <summary>
/// <c>hebb enjoy</c>: one episode of a trained agent, or of one of the catalogue at its start, as an animated picture or live
/// on the terminal.
/// </summary>
internal static class EnjoyCommand
{
    // Schedules of an agent that learns nothing here end somewhere.
    private const long SomeSteps = 100_000;

    private static readonly Argument<string> Whom = new("RUN")
    {
        Description = "The folder of a run, or an agent that 'hebb list agents' names: as it is before it learns.",
    };

    private static readonly Option<string?> Environment = new("--env")
    {
        Description =
            $"The environment of an agent: {string.Join(", ", CatalogueSet.Standard.Environments.Names)}; a run has its own. [default: CartPole-v1]",
        HelpName = "NAME",
    };

    private static readonly Option<ulong?> Seed = SeedOption.Create(
        "What the episode is drawn from, and the weights of an agent of the catalogue; by default the seed of the run, or 0."
    );

    private static readonly Option<string?> Out = PictureOption.Create(
        "The animated picture. [default: RUN/episode.png, for an agent results/enjoy/AGENT-ENV.png; with --live none]"
    );

    private static readonly Option<bool> Live = new("--live") { Description = "Play it on this terminal." };

    private static readonly Option<long?> FramesPerSecond = WholeNumberOption.CreateOptional(
        "--frames-per-second",
        "The steps of the environment that are shown in a second; by default the environment's own pace.",
        low: 1,
        high: 1000
    );

    private static readonly Option<long> Frames = WholeNumberOption.Create(
        "--frames",
        "The most frames of the picture: of a longer episode it shows every second, fourth ... step.",
        standard: EpisodePicture.StandardFrames,
        low: 2,
        high: 100_000
    );

    private static readonly Option<long> Width = WholeNumberOption.Create(
        "--width",
        "The width that the scene may have in the picture, in pixels.",
        standard: ScenePainter.StandardWidth,
        low: 100,
        high: 4000
    );

    private static readonly Option<bool> Sampled = new("--sampled")
    {
        Description =
            "Draw the actions as the agent does while it learns; otherwise it takes those that it holds best.",
    };

    /// <summary>Makes the command.</summary>
    /// <param name="openRun">
    /// Takes the agent and environment out of the folder of a run, as they are at its last checkpoint; where there is none,
    /// agents of the catalogue alone can be watched.
    /// </param>
    public static Command Create(Func<string, EnjoySubject>? openRun = null)
    {
        var command = new Command(
            "enjoy",
            "Watch an agent play one episode: as an animated picture, which browsers play, or live on the terminal."
        )
        {
            Whom,
            Environment,
            Seed,
            Out,
            Live,
            FramesPerSecond,
            Frames,
            Width,
            Sampled,
        };
        command.SetAction(
            (parsed, cancellation) =>
                // On another thread: this one has to be free to hear of Ctrl-C.
                Task.Run(() => Run(parsed, openRun, cancellation), CancellationToken.None)
        );
        return command;
    }

    private static int Run(ParseResult parsed, Func<string, EnjoySubject>? openRun, CancellationToken cancellation)
    {
        var whom = parsed.GetRequiredValue(Whom);
        var environment = parsed.GetValue(Environment);
        var isRun = openRun is not null && IsRun(whom);
        (EnjoySubject subject, var picture) = isRun
            ? (OfRun(whom, environment, openRun!), Path.Combine(whom, "episode.png"))
            : OfCatalogue(whom, environment ?? "CartPole-v1", parsed.GetValue(Seed) ?? 0);
        var isLive = parsed.GetValue(Live);
        var options = new EnjoyOptions(
            parsed.GetValue(Seed),
            parsed.GetValue(Out) ?? (isLive ? null : picture),
            isLive,
            parsed.GetValue(FramesPerSecond),
            (int)parsed.GetValue(Frames),
            (int)parsed.GetValue(Width),
            parsed.GetValue(Sampled)
        );
        var session = new EnjoySession(options, Terminal.Of(parsed));
        session.Prepare();
        session.Play(isRun && options.Seed is { } seed ? Renamed(subject, seed) : subject, cancellation);
        return ExitCode.Success;
    }

    // A name of the catalogue has no separators; a folder of the same name is meant by ./name.
    private static bool IsRun(string whom) =>
        !CatalogueSet.Standard.Agents.Names.Contains(whom, StringComparer.Ordinal)
        && (Directory.Exists(whom) || Path.GetFileName(whom) != whom);

    private static EnjoySubject OfRun(string folder, string? environment, Func<string, EnjoySubject> openRun) =>
        environment is null
            ? openRun(folder)
            : throw new InputException($"--env {environment}: {folder} is a run, and has an environment of its own");

    private static EnjoySubject Renamed(EnjoySubject subject, ulong seed) =>
        subject with
        {
            Title = $"{subject.Title}, episode of seed {seed}",
        };

    private static (EnjoySubject Subject, string Picture) OfCatalogue(string name, string environment, ulong seed)
    {
        AgentEntry entry =
            CatalogueSet.Standard.Agents.FirstOrDefault(entry =>
                string.Equals(entry.Name, name, StringComparison.Ordinal)
            )
            ?? throw new InputException(
                $"'{name}' is no folder of a run, and no agent; known are {string.Join(", ", CatalogueSet.Standard.Agents.Names)}"
            );
        AgentChoice.Require(entry, environment);
        IEnvironment played = CatalogueSet.Standard.CreateEnvironment(entry, environment);
        var subject = new EnjoySubject(
            entry.Create(new AgentTask(played.Specification, SomeSteps, seed)),
            played,
            $"{name} in {environment}, untrained, seed {seed}",
            seed
        );
        return (subject, Path.Combine("results", "enjoy", $"{name}-{environment}.png"));
    }
}
