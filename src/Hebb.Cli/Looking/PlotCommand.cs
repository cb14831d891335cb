using System.CommandLine;
using Hebb.Cli.Consoles;
using Hebb.Cli.Options;
using Hebb.Lab.Curves;
using Hebb.Lab.Logs;
using Hebb.Lab.Records;

namespace Hebb.Cli.Looking;

/// <summary><c>hebb plot</c>: what runs measured as they learned, in a picture.</summary>
internal static class PlotCommand
{
    private static readonly ChosenRuns Runs = new("RUNS");

    private static readonly Option<string> Over = ChoiceOption.Create(
        "--x",
        "What the curves are over",
        CurveAxis.Names,
        CurveAxis.Names[0]
    );

    private static readonly Option<string> What = new("--y")
    {
        Description =
            "What they show: a column of episodes.csv, such as r, l or entropy; its TensorBoard tag, such as losses/entropy; or a tag "
            + "that is in the TensorBoard files alone, such as eval/mean_reward, of the evaluations during the learning.",
        HelpName = "NAME",
        DefaultValueFactory = _ => FieldTags.EpisodicReturn,
    };

    private static readonly Option<long?> Smooth = WholeNumberOption.CreateOptional(
        "--smooth",
        "Over how many values each point is a mean; by default 100 where there is one an episode, and 1 evaluation.",
        low: 1,
        high: 1_000_000
    );

    private static readonly Option<string> Out = new("--out")
    {
        Description = "The picture: a name that ends with .png or .svg.",
        HelpName = "FILE",
        DefaultValueFactory = _ => Path.Combine("results", "plot.png"),
    };

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command(
            "plot",
            "Draw learning curves: the interquartile mean over the seeds of each configuration with its 95 % interval, and the "
                + "single seeds; of runs that are played now, as far as they have come."
        );
        Runs.AddTo(command);
        command.Options.Add(Over);
        command.Options.Add(What);
        command.Options.Add(Smooth);
        command.Options.Add(Out);
        command.SetAction((parsed, cancellation) => Task.Run(() => Run(parsed, cancellation), CancellationToken.None));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var path = OutFile.Require("--out", parsed.GetRequiredValue(Out), [".png", ".svg"]);
        var runs = Runs.ReadSome(parsed);
        var curves = RunCurves.Read(
            runs,
            CurveAxis.Find(parsed.GetRequiredValue(Over)),
            parsed.GetRequiredValue(What),
            (int?)parsed.GetValue(Smooth),
            cancellation
        );
        var figure = new RunCurvesFigure(curves);
        OutFile.PrepareFolder("--out", path);
        ResultFile.Write(
            path,
            path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase) ? figure.WriteSvg : figure.WritePng
        );
        parsed.InvocationConfiguration.Output.WriteLine(path);
        return ExitCode.Success;
    }
}
