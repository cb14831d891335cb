using Hebb.Snapshots;

namespace Hebb.Agents.Diagnostics;

/// <summary>An agent that can tell how its learning goes.</summary>
public interface IDiagnosed : IStateful
{
    /// <summary>
    /// What it tells, in lower case with underscores, such as <c>entropy</c> or <c>gradient_angle</c>: the columns of its
    /// records. They do not change.
    /// </summary>
    ImmutableArray<string> DiagnosticNames { get; }

    /// <summary>The mean of each since it was last asked; not a number where there was nothing to measure.</summary>
    /// <param name="values">Receives a number for each name.</param>
    void TakeDiagnostics(Span<double> values);
}
