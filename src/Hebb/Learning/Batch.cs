using System.Diagnostics.CodeAnalysis;
using Hebb.Numerics;

namespace Hebb.Learning;

/// <summary>Examples to learn from together.</summary>
/// <param name="inputs">A row an example, as wide as the network's inputs.</param>
/// <param name="targets">What the cost asks: a row an example, as wide as <see cref="Costs.ICost.TargetSize"/> says.</param>
[SuppressMessage("Performance", "CA1815", Justification = "It holds views, which are not compared.")]
public readonly ref struct Batch<T>(ReadOnlyMatrixSpan<T> inputs, ReadOnlyMatrixSpan<T> targets)
    where T : unmanaged
{
    /// <summary>A row an example.</summary>
    public ReadOnlyMatrixSpan<T> Inputs { get; } = inputs;

    /// <summary>A row an example.</summary>
    public ReadOnlyMatrixSpan<T> Targets { get; } = targets;

    /// <summary>How many examples.</summary>
    public int Rows => Inputs.Rows;
}
