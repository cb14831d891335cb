using Hebb.Networks.Activations;
using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Report.Shallow;

/// <summary>
/// The free units of a network with one hidden layer, and the drive that the clamped input gives them. A state is
/// apart from the parameters: many states may settle in one network.
/// </summary>
internal sealed class ShallowState<T> : IStateful
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly AlignedBuffer<T> _units;
    private readonly AlignedBuffer<T> _drive;
    private readonly T[] _activeInputs;
    private readonly int _stride;

    /// <summary>A state with all units and the drive at zero.</summary>
    /// <param name="parameters">A network of the shape to settle in.</param>
    public ShallowState(ShallowParameters<T> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        _stride = parameters.Stride;
        _units = new AlignedBuffer<T>(_stride + parameters.OutputSize);
        _drive = parameters.NewHidden();
        _activeInputs = new T[parameters.InputSize];
    }

    /// <summary>All free units: the hidden ones, padded to <c>Stride</c>, then the outputs.</summary>
    public Span<T> Units => _units.Span;

    /// <summary>The hidden units h, length <c>Stride</c>.</summary>
    public Span<T> Hidden => _units.Span[.._stride];

    /// <summary>The output units y.</summary>
    public Span<T> Outputs => _units.Span[_stride..];

    /// <summary>b1 + rho(x) W1, what the clamped input gives the hidden units in every sweep of a phase.</summary>
    public ReadOnlySpan<T> Drive => _drive.Span;

    /// <summary>rho(x) of the clamped input.</summary>
    public ReadOnlySpan<T> ActiveInputs => _activeInputs;

    /// <summary>Clamps the input units to x and computes their drive once.</summary>
    /// <param name="inputs">x, raw; it enters the energy as rho(x), eq. (1).</param>
    public void Clamp(ShallowParameters<T> parameters, ReadOnlySpan<T> inputs)
    {
        for (var input = 0; input < _activeInputs.Length; input++)
        {
            _activeInputs[input] = HardSigmoid.Apply(inputs[input]);
        }

        ShallowPass.Hidden<T, Identity>(parameters, _activeInputs, _drive.Span);
    }

    /// <summary>Takes over the units of another state, not its input.</summary>
    /// <param name="source">A state of the same shape.</param>
    public void CopyUnitsFrom(ShallowState<T> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        source.Units.CopyTo(Units);
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Numbers("units", Units);
    }
}
