using Hebb.Catalogues;
using Hebb.Cli.Consoles;
using Hebb.Cli.Options;
using Hebb.Lab.Curves;
using Hebb.Lab.Records;

namespace Hebb.Cli.Looking;

/// <summary><c>hebb plot</c>: what runs measured as they learned, in a picture.</summary>
internal sealed class PlotCommand(CatalogueSet catalogues)
{
    private readonly ChosenRuns _runs = new("RUNS", catalogues);

    private readonly Option<string> _over = ChoiceOption.Create(
        "--x",
        "The horizontal axis of the curves",
        CurveAxis.Names,
        CurveAxis.Names[0]
    );

    private readonly Option<string?> _what = new("--y")
    {
        Description =
            "The measurement shown: a column of episodes.csv, such as r, l or entropy; its TensorBoard tag, such as losses/entropy; or a tag "
            + "that is in the TensorBoard files alone, such as eval/mean_reward, of the evaluations during training. Of supervised "
            + "training a column of epochs.csv. By default the return, or the test accuracy.",
        HelpName = "NAME",
    };

    private readonly Option<long?> _smooth = WholeNumberOption.CreateOptional(
        "--smooth",
        "The number of values that each point averages; by default 100 episodes, or 1 evaluation.",
        low: 1,
        high: 1_000_000
    );

    private readonly Option<string> _out = new("--out")
    {
        Description = "The picture: a name that ends with .png or .svg.",
        HelpName = "FILE",
        DefaultValueFactory = _ => Path.Combine("results", "plot.png"),
    };

    private readonly Option<bool> _force = OutFile.CreateForce();

    /// <summary>Makes the command.</summary>
    public Command Create()
    {
        var command = new Command(
            "plot",
            "Draw learning curves: the interquartile mean over the seeds of each configuration with its 95 % interval, and the "
                + "single seeds; runs in progress are drawn as far as they have run."
        );
        _runs.AddTo(command);
        command.Options.Add(_over);
        command.Options.Add(_what);
        command.Options.Add(_smooth);
        command.Options.Add(_out);
        command.Options.Add(_force);
        command.SetLongAction(Run);
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var path = OutFile.Require("--out", parsed.GetRequiredValue(_out), [".png", ".svg"]);
        OutFile.RequireFree("--out", path, parsed.GetValue(_force));
        var runs = _runs.ReadSome(parsed);
        var curves = RunCurves.Read(
            runs,
            CurveAxis.Find(parsed.GetRequiredValue(_over)),
            parsed.GetValue(_what),
            (int?)parsed.GetValue(_smooth),
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
