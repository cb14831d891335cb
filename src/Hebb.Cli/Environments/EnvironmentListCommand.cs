using Hebb.Catalogues;
using Hebb.Cli.Consoles;
using Hebb.Environments;
using Hebb.Lab.Tables;

namespace Hebb.Cli.Environments;

/// <summary>The command <c>hebb env list</c>: the catalogue as a table in plain text.</summary>
internal static class EnvironmentListCommand
{
    private static readonly Columns<EnvironmentEntry> Columns = new()
    {
        { "name", entry => entry.Specification.Name },
        { "actions", entry => $"0 to {entry.Specification.Actions.Count - 1}" },
        { "limit", entry => entry.Specification.StepLimit?.ToString(CultureInfo.InvariantCulture) ?? "none" },
        { "solved at", entry => Solved(entry.Specification) },
        { "observation", entry => Describe(entry.Specification.Observations) },
    };

    /// <summary>Makes the command.</summary>
    public static Command Create(string name, CatalogueSet catalogues)
    {
        var command = new Command(
            name,
            "List the environments: actions, step limit, the mean return or the goal that counts as solved, observation space."
        );
        command.SetAction(parsed =>
            TextTable.Of(Columns, catalogues.Environments).WritePlain(parsed.InvocationConfiguration.Output)
        );
        return command;
    }

    private static string Solved(EnvironmentSpecification environment) =>
        environment.SolvedAt?.ToString(CultureInfo.InvariantCulture)
        ?? (environment.Goal.Length > 0 ? environment.Goal : "none");

    // Neighbouring components of one interval are written once, with their number: [-1, 1]^4.
    private static string Describe(BoxSpace box)
    {
        var factors = new List<string>();
        for (int index = 0, next; index < box.Size; index = next)
        {
            next = index + 1;
            while (next < box.Size && box.Low[next] == box.Low[index] && box.High[next] == box.High[index])
            {
                next++;
            }

            var interval = Interval(box.Low[index], box.High[index]);
            var count = (next - index).ToString(CultureInfo.InvariantCulture);
            factors.Add(next == index + 1 ? interval : $"{interval}^{count}");
        }

        return string.Join(" x ", factors);
    }

    private static string Interval(float low, float high) =>
        float.IsInfinity(low) && float.IsInfinity(high)
            ? "R"
            : string.Create(CultureInfo.InvariantCulture, $"[{low:0.##}, {high:0.##}]");
}
