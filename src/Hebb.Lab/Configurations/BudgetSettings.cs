using System.ComponentModel.DataAnnotations;
using Hebb.Settings;

namespace Hebb.Lab.Configurations;

/// <summary>How long a run learns: for steps, or for episodes.</summary>
public sealed record BudgetSettings : IValidatedSettings
{
    // So large that nobody means it, and so small that nothing overflows that is counted.
    private const long Most = 1_000_000_000_000;

    /// <summary>The environment steps; at least 1. Schedules end with them.</summary>
    [Range(1, (double)Most)]
    public long? Steps { get; init; }

    /// <summary>
    /// The episodes, in place of steps; at least 1. Schedules then end after as many steps as the episodes have at most.
    /// </summary>
    [Range(1, 1_000_000_000)]
    public long? Episodes { get; init; }

    /// <summary>The environment steps that schedules end with.</summary>
    /// <param name="stepLimit">The steps of the longest episode.</param>
    internal long ScheduleSteps(int stepLimit) => Steps ?? (Episodes!.Value * stepLimit);

    /// <inheritdoc/>
    public void Validate()
    {
        if (Steps is null == Episodes is null)
        {
            Refuse(nameof(Steps), Steps is null ? "neither steps nor episodes" : "both steps and episodes");
        }
    }

    private static void Refuse(string setting, string given) =>
        throw new ArgumentException($"{given}; one of the two is needed", setting);
}

/// <summary>Evaluation with the greedy actions of an agent.</summary>
public sealed record EvaluationSettings : ISettings
{
    /// <summary>The episodes of an evaluation; 0 for none.</summary>
    [Range(0, 1_000_000)]
    public int Episodes { get; init; } = 20;

    /// <summary>The environment steps from one evaluation to the next; 0 for one at the end alone.</summary>
    [Range(0, 1e12)]
    public long Every { get; init; }
}
