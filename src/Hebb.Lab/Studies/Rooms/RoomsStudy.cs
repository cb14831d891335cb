using System.Text;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Studies.Rooms;

/// <summary>Whether a network with a memory can do what the causal learner does: rooms that it has never seen.</summary>
internal sealed class RoomsStudy()
    : Study<RoomsOptions, IReadOnlyList<RoomsFinding>>(
        "rooms",
        "Train agents with memories in known and in random rooms of OpenLock, test them in rooms that they have not seen, beside the causal "
            + "learner with equal experience, and write the tables and the figure. The same arguments continue an interrupted command."
    )
{
    /// <inheritdoc/>
    public override FormattableString Subject(RoomsOptions options) =>
        $"rooms: {Counted.Text(options.Learners.Count, "learner")}, {Counted.Text(options.Trainings.Count, "training")}, {Counted.Text(options.Seeds.Count, "seed")} ({options.Seeds}).";

    /// <inheritdoc/>
    public override RoomsOptions Check(RoomsOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Groups.IsEmpty
            ? throw new StudyOptionException(
                $"--trainings {string.Join(',', options.Trainings.Select(one => one.Name))}: none of them is played by {string.Join(", ", options.Learners.Select(learner => learner.Name))}"
            )
            : options;
    }

    /// <inheritdoc/>
    public override StudyPlan<IReadOnlyList<RoomsFinding>> Plan(RoomsOptions options, string directory) =>
        StudyPlan.Of(
            directory,
            options,
            held => new RoomsExperiment(held),
            experiment => experiment.Progress,
            (experiment, run, cancellation) => experiment.Run(run, cancellation)
        );

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, Action<Stream> Write)> Files(
        RoomsOptions options,
        IReadOnlyList<RoomsFinding> findings,
        string command
    )
    {
        List<(string Name, Action<Stream> Write)> files =
        [
            ("runs.csv", stream => RoomsTables.WriteRuns(stream, findings, options.Seeds.Values)),
            ("summary.csv", stream => RoomsTables.WriteSummaries(stream, findings)),
            ("summary.md", stream => stream.Write(Encoding.UTF8.GetBytes(Page(options, findings, command)))),
        ];
        RoomsFinding[] byRooms = [.. findings.Where(row => IsByRooms(row.Group.Training))];
        RoomsFinding[] others = [.. findings.Where(row => !IsByRooms(row.Group.Training))];
        if (others.Length > 0)
        {
            files.AddRange(new RoomsFigure(others).Files("rooms"));
        }

        if (byRooms.Length > 0)
        {
            files.AddRange(new ExperienceFigure(byRooms).Files("experience"));
        }

        return files;
    }

    private static bool IsByRooms(RoomTraining training) => training is { Rooms: not null, Scenario: null };

    /// <inheritdoc/>
    public override void Show(RoomsOptions options, IReadOnlyList<RoomsFinding> findings, IStudyOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        foreach (var ofTraining in findings.GroupBy(finding => finding.Group.Training))
        {
            output.Line($"");
            output.Line($"{ofTraining.Key.Name}: trained in {ofTraining.Key.Title}");
            output.Show(TextTable.Of(RoomsTables.Columns, [.. ofTraining]));
        }

        output.Line($"{RoomsTables.Legend(findings)}");
    }

    private static string Page(RoomsOptions options, IReadOnlyList<RoomsFinding> findings, string command)
    {
        var page = new StringBuilder();
        page.Append("# Memory in rooms that were not seen before\n\n");
        page.Append(CultureInfo.InvariantCulture, $"Seeds {options.Seeds}. Made by\n\n    {command}\n\n");
        if (findings.Any(row => !IsByRooms(row.Group.Training)))
        {
            page.Append("![Attempts of a trial, by training, test and learner](rooms.png)\n");
        }

        if (findings.Any(row => IsByRooms(row.Group.Training)))
        {
            page.Append("\n![Attempts of a trial, by the rooms of training](experience.png)\n");
        }

        foreach (var ofTraining in findings.GroupBy(finding => finding.Group.Training))
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"\n## {ofTraining.Key.Name}: trained in {ofTraining.Key.Title}\n\n"
            );
            RoomsTables.Columns.AppendMarkdown(page, [.. ofTraining]);
        }

        page.Append("\n## What the columns mean\n\n");
        page.Append(CultureInfo.InvariantCulture, $"{RoomsTables.Legend(findings)}\n\n");
        foreach (RoomPlayer learner in findings.Select(finding => finding.Group.Learner).Distinct())
        {
            page.Append(CultureInfo.InvariantCulture, $"- `{learner.Name}`: {learner.Title}\n");
        }

        return page.ToString();
    }
}
