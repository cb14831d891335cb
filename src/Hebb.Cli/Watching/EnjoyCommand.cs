using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Cli.Consoles;
using Hebb.Cli.Options;
using Hebb.Cli.Training;
using Hebb.Environments;
using Hebb.Lab.Scenes;
using Hebb.Naming;

namespace Hebb.Cli.Watching;

/// <summary>
/// <c>hebb enjoy</c>: one episode of a trained agent, or of one of the catalogue at its start, as an animated picture or live
/// on the terminal.
/// </summary>
internal sealed class EnjoyCommand(CatalogueSet catalogues)
{
    // Schedules of an agent that learns nothing here end somewhere.
    private const long SomeSteps = 100_000;

    private readonly Argument<string> _whom = new Argument<string>("RUN")
    {
        Description = "The folder of a run, or an agent that 'hebb list agents' names: as it is before it learns.",
    }.CompletedBy(catalogues.Agents.Names);

    private readonly Option<ulong?> _seed = SeedOption.Create(
        "What the episode is drawn from, and the weights of an agent of the catalogue; by default the seed of the run, or 0."
    );

    private readonly Option<string?> _out = PictureOption.Create(
        "The animated picture. [default: RUN/episode.png, for an agent results/enjoy/AGENT-ENV.png; with --live none]"
    );

    private readonly Option<bool> _live = new("--live") { Description = "Play it on this terminal." };

    private readonly Option<long?> _framesPerSecond = WholeNumberOption.CreateOptional(
        "--frames-per-second",
        "The steps of the environment that are shown in a second; by default the environment's own pace.",
        low: 1,
        high: 1000
    );

    private readonly Option<long> _frames = WholeNumberOption.Create(
        "--frames",
        "The most frames of the picture: of a longer episode it shows every second, fourth ... step.",
        standard: EpisodePicture.StandardFrames,
        low: 2,
        high: 100_000
    );

    private readonly Option<long> _width = WholeNumberOption.Create(
        "--width",
        "The width that the scene may have in the picture, in pixels.",
        standard: ScenePainter.StandardWidth,
        low: 100,
        high: 4000
    );

    private readonly Option<bool> _sampled = new("--sampled")
    {
        Description = "Sample the actions as in training; otherwise it takes its greedy actions.",
    };

    private readonly Option<bool> _force = OutFile.CreateForce();

    private readonly Option<string?> _environment = new Option<string?>("--env")
    {
        Description =
            $"The environment of an agent: {string.Join(", ", catalogues.Environments.Names)}; a run has its own. [default: CartPole-v1]",
        HelpName = "NAME",
    }.CompletedBy(catalogues.Environments.Names);

    /// <summary>Makes the command.</summary>
    public Command Create()
    {
        var command = new Command(
            "enjoy",
            "Watch an agent play one episode: as an animated picture, which browsers play, or live on the terminal."
        )
        {
            _whom,
            _environment,
            _seed,
            _out,
            _live,
            _framesPerSecond,
            _frames,
            _width,
            _sampled,
            _force,
        };
        command.SetLongAction(Run);
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var whom = parsed.GetRequiredValue(_whom);
        var environment = parsed.GetValue(_environment);
        var isRun = IsRun(whom);
        (EnjoySubject subject, var picture) = isRun
            ? (OfRun(whom, environment), Path.Combine(whom, "episode.png"))
            : OfCatalogue(whom, environment ?? "CartPole-v1", parsed.GetValue(_seed) ?? 0);
        var isLive = parsed.GetValue(_live);
        if (isLive && parsed.GetValue(_out) is null)
        {
            RequirePicture(parsed, _frames);
            RequirePicture(parsed, _width);
        }

        var session = new EnjoySession(
            parsed.GetValue(_seed),
            parsed.GetValue(_out) ?? (isLive ? null : picture),
            isLive,
            parsed.GetValue(_framesPerSecond),
            (int)parsed.GetValue(_frames),
            (int)parsed.GetValue(_width),
            parsed.GetValue(_sampled),
            Terminal.Of(parsed)
        );
        session.Prepare(parsed.GetValue(_force));
        session.Play(isRun && session.Seed is { } seed ? Renamed(subject, seed) : subject, cancellation);
        return ExitCode.Success;
    }

    private static void RequirePicture(ParseResult parsed, Option option)
    {
        if (parsed.GetResult(option) is { Implicit: false })
        {
            throw new InputException(
                $"{option.Name}: it is for a picture, and --live makes none; --out FILE.png makes one"
            );
        }
    }

    // A name of the catalogue has no separators; a folder of the same name is meant by ./name.
    private bool IsRun(string whom) =>
        catalogues.Agents.TryFind(whom) is null && (Directory.Exists(whom) || Path.GetFileName(whom) != whom);

    private EnjoySubject OfRun(string folder, string? environment) =>
        environment is null
            ? EnjoySubject.OfRun(folder, catalogues)
            : throw new InputException($"--env {environment}: {folder} is a run, and has an environment of its own");

    private static EnjoySubject Renamed(EnjoySubject subject, ulong seed) =>
        subject with
        {
            Title = $"{subject.Title}, episode of seed {seed}",
        };

    private (EnjoySubject Subject, string Picture) OfCatalogue(string whom, string where, ulong seed)
    {
        AgentEntry entry =
            catalogues.Agents.TryFind(whom)
            ?? throw new InputException(
                $"'{whom}' is no folder of a run, and no agent; {NearestName.Unknown(whom, catalogues.Agents.Names)}"
            );
        EnvironmentEntry place = NamedChoice.Find(catalogues.Environments, where, "--env");
        var (name, environment) = (entry.Name, place.Name);
        AgentChoice.Require(entry, environment, catalogues);
        IEnvironment played = entry.CreateEnvironment(place);
        var subject = new EnjoySubject(
            entry.Create(new AgentTask(played.Specification, SomeSteps, seed)),
            played,
            $"{name} in {environment}, untrained, seed {seed}",
            seed
        );
        return (subject, Path.Combine("results", "enjoy", $"{name}-{environment}.png"));
    }
}
