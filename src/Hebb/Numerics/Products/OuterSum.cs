using System.Diagnostics.CodeAnalysis;

namespace Hebb.Numerics.Products;

/// <summary>What a sum of outer products computes: target = scale left' right, or target plus that.</summary>
/// <remarks>Matrices are as large as the rows and columns say: nothing is checked.</remarks>
/// <param name="left">The first number of the left matrix: a row an example.</param>
/// <param name="leftStride">From one row of it to the next.</param>
/// <param name="right">The first number of the right matrix: a row an example, padded to whole cache lines.</param>
/// <param name="rightStride">From one row of it to the next.</param>
/// <param name="target">The first number of the target; rows padded like the right matrix's.</param>
/// <param name="targetStride">From one row of it to the next.</param>
[SuppressMessage("Performance", "CA1815", Justification = "It holds references, which are not compared.")]
internal readonly ref struct OuterSum(
    ref readonly float left,
    nint leftStride,
    ref readonly float right,
    nint rightStride,
    ref float target,
    nint targetStride
)
{
    /// <summary>The first number of the left matrix.</summary>
    public readonly ref readonly float Left = ref left;

    /// <summary>The first number of the right matrix.</summary>
    public readonly ref readonly float Right = ref right;

    /// <summary>The first number of the target.</summary>
    public readonly ref float Target = ref target;

    /// <summary>From one row of the left matrix to the next.</summary>
    public readonly nint LeftStride = leftStride;

    /// <summary>From one row of the right matrix to the next.</summary>
    public readonly nint RightStride = rightStride;

    /// <summary>From one row of the target to the next.</summary>
    public readonly nint TargetStride = targetStride;

    /// <summary>How many examples are summed over.</summary>
    public nint Depth { get; init; }

    /// <summary>Rows of the target.</summary>
    public nint Rows { get; init; }

    /// <summary>Numbers a row of the target, in whole cache lines.</summary>
    public nint Columns { get; init; }

    /// <summary>The factor.</summary>
    public float Scale { get; init; }

    /// <summary>Whether it is added to what the target holds.</summary>
    public bool Adds { get; init; }
}
