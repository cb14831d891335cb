namespace Hebb.Lab.Records;

/// <summary>Which run a checkpoint is of.</summary>
/// <param name="Hash">The hash of the configuration; empty where no file can describe it.</param>
/// <param name="Steps">The environment steps that the run learns for; null where its budget is one of episodes.</param>
/// <param name="Episodes">The episodes that it learns for; null where its budget is one of steps.</param>
/// <param name="Diagnostics">Whether its agent measures what costs time.</param>
public sealed record RunIdentity(
    string Agent,
    string Environment,
    string Hash,
    long? Steps,
    long? Episodes,
    ulong Seed,
    bool Diagnostics
)
{
    /// <summary>The run in words.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Agent} in {Environment}, {(Steps is { } steps ? $"{steps} steps" : $"{Episodes} episodes")}, seed {Seed}{(Diagnostics ? ", diagnostics" : "")}{(Hash.Length > 0 ? $", configuration {Hash}" : "")}"
        );
}
