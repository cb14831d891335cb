using System.Globalization;
using Hebb.Cli.Progress;
using Hebb.Lab.Runs;
using Hebb.Lab.Studies.Chains;
using Hebb.Lab.Tables;

namespace Hebb.Cli.Reproduce;

/// <summary>What a measurement of chains tells the user: live on a terminal, plain lines everywhere else.</summary>
/// <param name="terminal">Where it is told.</param>
/// <param name="view">Shows how it comes on.</param>
internal sealed class ChainsOutput(Terminal terminal, MeasurementProgressView view)
{
    /// <summary>The output that fits a terminal, or plain text.</summary>
    /// <param name="terminal">Where it is written.</param>
    public static ChainsOutput To(Terminal terminal) =>
        new(
            terminal,
            new MeasurementProgressView(terminal.Lines, terminal.IsLive ? terminal.Console : null, "measurements")
        );

    /// <summary>Says what is about to be done.</summary>
    /// <param name="options">What is measured.</param>
    public void Begin(ChainsOptions options) =>
        Line(
            $"Causal chains, listed and factored: rows of 1 to {Counted.Text(options.Steps, "step")}, {string.Join(" and ", ChainSubject.Rooms.Select(room => room.Name))}; {Counted.Text(options.Seeds.Count, "seed")} ({options.Seeds})."
        );

    /// <summary>Shows how it comes on; returns when it has ended, well or not.</summary>
    /// <param name="progress">How far it has come.</param>
    /// <param name="measuring">What is shown.</param>
    public void Follow(MeasurementProgress progress, Task measuring) => view.Follow(progress, measuring);

    /// <summary>Says that it was stopped.</summary>
    public void Stopped()
    {
        // A terminal shows ^C behind whatever stood on the line.
        Line($"");
        Line($"Stopped: no file was written.");
    }

    /// <summary>Shows what was found and where it is.</summary>
    /// <param name="options">What was measured.</param>
    /// <param name="findings">What was found.</param>
    /// <param name="paths">The files.</param>
    public void End(ChainsOptions options, IReadOnlyList<ChainFinding> findings, IEnumerable<string> paths)
    {
        Line($"");
        var counts = new FittedTable();
        foreach ((var name, _) in ChainColumns.OfCounts)
        {
            counts.AddColumn(name, isNumber: true);
        }

        foreach (ChainSubject row in options.Subjects.Where(subject => subject.IsRow))
        {
            counts.AddRow(ChainColumns.OfCounts.Select(column => column.Cell(row)));
        }

        counts.Write(terminal);
        Line($"");
        var table = new FittedTable();
        table.AddColumn("room", isNumber: false);
        foreach ((var name, _) in ChainColumns.OfFinding)
        {
            table.AddColumn(name, isNumber: true);
        }

        foreach (ChainFinding finding in findings)
        {
            table.AddRow([finding.Subject.Name, .. ChainColumns.OfFinding.Select(column => column.Cell(finding))]);
        }

        table.Write(terminal);
        Line(
            $"memory: of the chains; learner: of all of it, by the garbage collector; peak: on the heap, garbage included."
        );
        ChainAgreement agreement = ChainAgreement.Of(findings);
        Line($"Listed and factored chains led to the same action {agreement.Same:N0} of {agreement.Actions:N0} times.");
        Line($"Written:");
        foreach (var path in paths)
        {
            Line($"  {path}");
        }
    }

    private void Line(FormattableString text) => terminal.Lines.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
