using Hebb.Networks;
using Hebb.Networks.Topology;

namespace Hebb.Relaxation.Sweeps;

/// <summary>
/// Steps down the total energy F = E + beta C, of all units at once: s = rho((1 - dt) G'(s) + dt drive), where drive is
/// b + sum W s - beta dC/ds (primitive form).
/// </summary>
/// <remarks>
/// <para>
/// It is mirror descent with the potentials G as its geometry (Bauschke, Bolte and Teboulle 2017). With piecewise linear units
/// that is s = clip(s - dt dF/ds), Euler's steps of du/dt = -dF/du on the report's eq. (1), every unit held in its range as
/// Scellier and Bengio (2017) hold theirs. With smooth units it is Euler on u of the leaky integrators
/// du/dt = drive - u, s = rho(u) (Hopfield 1984). dt = 1 is a synchronous sweep.
/// </para>
/// <para>
/// F is sure never to rise where dt is at most 1 / (1 + |W| + |beta C''|): |W| the spectral norm of all symmetric weights between
/// free units as one matrix, C'' the greatest second derivative of the cost in the units that it depends on (behind a readout
/// with weights R that is |R|^2 times the one in its drives). A larger step may still descend; one that is too large oscillates,
/// as <see cref="SweepOrder.Synchronous"/> sweeps do. A vector field has no energy, and smaller steps follow its flow.
/// </para>
/// </remarks>
public sealed record GradientFlow : IRelaxation
{
    /// <summary>A flow.</summary>
    /// <param name="stepSize">dt, in (0, 1].</param>
    /// <param name="maxSteps">The steps of an example at most, or exactly where the tolerance is 0; at least 1.</param>
    /// <param name="tolerance">
    /// An example is settled once no unit moved further than this in a step, per unit of step size, so that one tolerance means
    /// the same rest for every dt; at least 0. With 0 every example takes all steps.
    /// </param>
    public GradientFlow(double stepSize, int maxSteps, double tolerance = 0)
    {
        if (!(stepSize > 0 && stepSize <= 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(stepSize),
                stepSize,
                "a number above 0 and of at most 1 is needed"
            );
        }

        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxSteps);
        RelaxationRules.RequireTolerance(tolerance);
        StepSize = stepSize;
        MaxSteps = maxSteps;
        Tolerance = tolerance;
    }

    /// <summary>dt.</summary>
    public double StepSize { get; }

    /// <summary>The steps of an example at most.</summary>
    public int MaxSteps { get; }

    /// <summary>How far a unit of a settled example may move in a step, per unit of step size; 0 for a fixed number of steps.</summary>
    public double Tolerance { get; }

    /// <inheritdoc/>
    public Settling Settle<T>(
        EnergyNetwork<T> network,
        NetworkState<T> state,
        Nudge<T> nudge = default,
        RelaxationTrace<T>? trace = null
    )
        where T : unmanaged, INumberBase<T>
    {
        var rule = new LayerRule(StepSize, SolvesNudge: false);
        var sweep = new PlainSweep<T>(SweepOrder.Synchronous, rule);
        return SettlingLoop.Run(network, state, nudge, new StoppingRule(MaxSteps, Tolerance), ref sweep, trace);
    }
}
