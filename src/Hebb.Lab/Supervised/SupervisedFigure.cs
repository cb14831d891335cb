using Hebb.Lab.Figures;
using Hebb.Lab.Logs;
using Hebb.Lab.Tables;
using ScottPlot;
using static System.FormattableString;

namespace Hebb.Lab.Supervised;

/// <summary>
/// The course of one supervised run: at the left the mean cost of an example over epochs, at the right the accuracy,
/// each of the training and of the test examples.
/// </summary>
internal sealed class SupervisedFigure : PanelFigure
{
    private static readonly PixelPadding Padding = new(75, 45, 35, 60);

    private readonly IReadOnlyList<EpochRecord> _epochs;

    /// <summary>Prepares the figure.</summary>
    /// <param name="title">The dataset, the network and the estimator; broken into lines where it is long.</param>
    /// <param name="settings">The settings of the run, below the title; broken into lines where it is long.</param>
    /// <param name="epochs">The epochs, in their order; at least one. Numbers that are not finite are left out.</param>
    /// <exception cref="ArgumentException">There is no epoch.</exception>
    public SupervisedFigure(string title, string settings, IReadOnlyList<EpochRecord> epochs)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(epochs);
        if (epochs.Count == 0)
        {
            throw new ArgumentException("epochs is empty; at least one is needed", nameof(epochs));
        }

        _epochs = [.. epochs];
        Title = title;
        Note = settings;
        Legend =
        [
            new("training examples", FigureColors.Training, SupervisedPanel.LineWidth),
            new("test examples", FigureColors.Test, SupervisedPanel.LineWidth),
        ];
        var cost = new SupervisedPanel(_epochs, epoch => epoch.TrainingCost, epoch => epoch.TestCost);
        var accuracy = new SupervisedPanel(
            _epochs,
            epoch => 100 * epoch.TrainingAccuracy,
            epoch => 100 * epoch.TestAccuracy
        );
        var grid = new PanelGrid(2, 2, width: 720, height: 500, left: 40);
        Panels =
        [
            grid.Panel(0, Padding, cost.CreateCost, below: "Epoch") with
            {
                Title = "Cost of an example",
                Outcome = CostOutcome(),
                Beside = cost.IsLogarithmic ? "Mean cost, logarithmic" : "Mean cost",
            },
            grid.Panel(1, Padding, accuracy.CreatePercentage, below: "Epoch") with
            {
                Title = "Accuracy",
                Outcome = AccuracyOutcome(),
                Beside = "Classified right, in %",
            },
        ];
    }

    private string CostOutcome()
    {
        EpochRecord last = _epochs[^1];
        return Invariant($"{After(last)}: {last.TrainingCost:G4} training, {last.TestCost:G4} test");
    }

    private string AccuracyOutcome()
    {
        EpochRecord last = _epochs[^1];
        EpochRecord best = _epochs.MaxBy(epoch => epoch.TestAccuracy)!;
        var (training, test) = (100 * last.TrainingAccuracy, 100 * last.TestAccuracy);
        var highest =
            best.TestAccuracy > last.TestAccuracy
                ? Invariant($" (best {100 * best.TestAccuracy:0.00} %, epoch {best.Epoch})")
                : "";
        return Invariant($"{After(last)}: {training:0.00} % training, {test:0.00} % test{highest}");
    }

    private static string After(EpochRecord epoch) => $"After {Counted.Text(epoch.Epoch, "epoch")}";
}
