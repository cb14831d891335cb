using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Relaxation;

namespace Hebb.Learning;

/// <summary>What an estimator by name is made with beside its own settings; each takes what it needs.</summary>
/// <param name="Nudged">How the phases after it settle.</param>
public sealed record EstimatorPhases(IRelaxation Free, IRelaxation Nudged)
{
    /// <summary>The sweeps of both phases, for estimators that make them themselves.</summary>
    public PhaseSettings Phases { get; init; } = new();

    /// <summary>
    /// Whether the nudged phases of one-sided, random-sign and symmetric nudging see the cost's gradient at the free state,
    /// held there, in place of the cost.
    /// </summary>
    public bool LinearisesCost { get; init; }

    /// <summary>The stream of random signs; needed by random-sign nudging alone.</summary>
    public IUniformSource? Random { get; init; }

    /// <summary>Those of a relaxation and its phases.</summary>
    /// <param name="phases">How long each phase is.</param>
    /// <param name="measures">Whether how far the last sweep moved is measured.</param>
    public static EstimatorPhases Of(RelaxationSettings relaxation, PhaseSettings phases, bool measures = true)
    {
        ArgumentNullException.ThrowIfNull(relaxation);
        ArgumentNullException.ThrowIfNull(phases);
        Func<int, SweepOrder, IRelaxation> create = measures ? relaxation.Create : relaxation.CreateUnmeasured;
        return new EstimatorPhases(
            create(phases.FreeSweeps, phases.FreeOrder),
            create(phases.NudgedSweeps, phases.NudgedOrder)
        )
        {
            Phases = phases,
        };
    }
}
