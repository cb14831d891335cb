using Hebb.Snapshots;

namespace Hebb.Agents.Diagnostics;

/// <summary>The diagnostics of several parts as those of one whole: <c>actor_cost</c> is <c>cost</c> of the part <c>actor</c>.</summary>
internal sealed class JoinedDiagnostics : IDiagnosed
{
    private readonly IDiagnosed[] _parts;

    /// <summary>Joins parts.</summary>
    /// <param name="parts">The name of each part, or nothing where its own names will do, and the part.</param>
    /// <exception cref="ArgumentException">Two would have one name.</exception>
    public JoinedDiagnostics(params ReadOnlySpan<(string Name, IDiagnosed Part)> parts)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        _parts = new IDiagnosed[parts.Length];
        for (var index = 0; index < parts.Length; index++)
        {
            (var prefix, _parts[index]) = parts[index];
            foreach (var name in _parts[index].DiagnosticNames)
            {
                names.Add(prefix.Length == 0 ? name : $"{prefix}_{name}");
            }
        }

        if (names.Distinct(StringComparer.Ordinal).Count() != names.Count)
        {
            throw new ArgumentException(
                $"parts: {string.Join(", ", names)}; different names are needed",
                nameof(parts)
            );
        }

        DiagnosticNames = names.ToImmutable();
    }

    /// <inheritdoc/>
    public ImmutableArray<string> DiagnosticNames { get; }

    /// <inheritdoc/>
    public void TakeDiagnostics(Span<double> values)
    {
        foreach (IDiagnosed part in _parts)
        {
            var count = part.DiagnosticNames.Length;
            part.TakeDiagnostics(values[..count]);
            values = values[count..];
        }
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Parts("part", _parts);
    }
}
