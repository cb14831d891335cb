using System.ComponentModel.DataAnnotations;

namespace Hebb.Lab.Configurations;

/// <summary>What an agent plays with the actions that it holds best.</summary>
public sealed record EvaluationSettings
{
    /// <summary>The episodes of an evaluation; 0 for none.</summary>
    [Range(0, 1_000_000)]
    public int Episodes { get; init; } = 20;

    /// <summary>The environment steps from one evaluation to the next; 0 for one at the end alone.</summary>
    [Range(0, 1e12)]
    public long Every { get; init; }
}
