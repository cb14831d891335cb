using System.Diagnostics.CodeAnalysis;
using Hebb.Costs;
using Hebb.Numerics;

namespace Hebb.Relaxation;

/// <summary>What is added to the energy in a phase: beta C. The default is nothing, a free phase.</summary>
/// <param name="beta">The nudging strength, of either sign, or complex; 0 is a free phase.</param>
/// <param name="cost">C.</param>
/// <param name="targets">What the cost asks: a row an example, as wide as <see cref="ICost.TargetSize"/> says.</param>
[SuppressMessage("Performance", "CA1815", Justification = "It holds a view, which is not compared.")]
public readonly ref struct Nudge<T>(T beta, ICost cost, ReadOnlyMatrixSpan<T> targets)
    where T : unmanaged, INumberBase<T>
{
    /// <summary>The nudging strength; 0 is a free phase.</summary>
    public T Beta { get; } = beta;

    /// <summary>C; null in a free phase.</summary>
    public ICost? Cost { get; } = cost ?? throw new ArgumentNullException(nameof(cost));

    /// <summary>What the cost asks: a row an example.</summary>
    public ReadOnlyMatrixSpan<T> Targets { get; } = targets;

    /// <summary>The same, where the number type is known to be float32.</summary>
    internal Nudge<float> ToSingle() =>
        IsNone ? default : new Nudge<float>(float.CreateTruncating(Beta), Cost!, Targets.AsSingle());

    /// <summary>Whether nothing is added to the energy.</summary>
    public bool IsNone => Cost is null || Beta == T.Zero;
}
