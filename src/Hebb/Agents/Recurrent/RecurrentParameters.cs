using Hebb.Networks.Recurrent;
using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Agents.Recurrent;

/// <summary>
/// What an agent with a recurrent network learns: the parameters of the cell, then those of a readout of the logits of the actions and,
/// last, the value. One flat buffer, which an optimizer walks at once.
/// </summary>
internal sealed class RecurrentParameters : IStateful
{
    // Small, so that a policy starts near chance.
    private const double PolicyGain = 0.1;
    private const double ValueGain = 0.3;

    private readonly AlignedBuffer<float> _buffer;
    private readonly ParameterLayout<float> _cell;

    /// <summary>Parameters that learning starts from.</summary>
    /// <param name="cell">The cell that they are of; those of other capacities have the same.</param>
    /// <param name="actions">How many actions there are.</param>
    /// <param name="random">Where they are drawn from.</param>
    public RecurrentParameters(RecurrentCell<float> cell, int actions, Pcg64 random)
    {
        Actions = actions;
        _cell = cell.Layout;
        Readout = new LinearReadout<float>(cell.HiddenSize, actions + 1);
        _buffer = new AlignedBuffer<float>(checked(_cell.Length + Readout.Layout.Length));
        cell.Initialize(OfCell(All), random);
        double[] gains = [.. Enumerable.Repeat(PolicyGain, actions), ValueGain];
        Readout.Initialize(OfReadout(All), gains, random);
    }

    /// <summary>How many actions there are: the first outputs of the readout; the value is the last.</summary>
    public int Actions { get; }

    /// <summary>The readout.</summary>
    public LinearReadout<float> Readout { get; }

    /// <summary>All numbers, with their padding of zeros.</summary>
    public Span<float> All => _buffer.Span;

    /// <summary>The part of the cell, of all numbers or of a gradient.</summary>
    public Span<float> OfCell(Span<float> numbers) => numbers[.._cell.Length];

    /// <summary>The part of the readout, of all numbers or of a gradient.</summary>
    public Span<float> OfReadout(Span<float> numbers) => numbers[_cell.Length..];

    /// <summary>Logits and values.</summary>
    /// <param name="hidden">Hidden units: a row an example.</param>
    /// <param name="outputs">Receives them: a row an example, padded to whole cache lines.</param>
    public void Read(ReadOnlyMatrixSpan<float> hidden, MatrixSpan<float> outputs) =>
        Readout.Forward(OfReadout(All), hidden, outputs);

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        Visit(visitor, _cell, OfCell(All));
        Visit(visitor, Readout.Layout, OfReadout(All));
    }

    private static void Visit(StateVisitor visitor, ParameterLayout<float> layout, Span<float> numbers)
    {
        for (var block = 0; block < layout.Blocks.Length; block++)
        {
            visitor.Matrix(layout.Blocks[block].Name, layout.Edit(numbers, block));
        }
    }
}
