using Hebb.Networks.Topology;

namespace Hebb.Relaxation;

/// <summary>What a relaxation of the catalogue is made with. Each takes what it knows and leaves the rest.</summary>
/// <param name="MaxSweeps">The sweeps or steps of an example at most, or exactly where the tolerance is 0; at least 1.</param>
/// <param name="Tolerance">How far a unit of a settled example may move in a sweep; 0 for a fixed number of sweeps.</param>
/// <param name="Order">In which order layers are updated; gradient flow moves all at once.</param>
/// <param name="StepSize">dt of gradient flow, in (0, 1].</param>
/// <param name="Momentum">mu of momentum, in [0, 1).</param>
/// <param name="Window">m of Anderson acceleration, from 2 to 10.</param>
public sealed record RelaxationOptions(
    int MaxSweeps = 50,
    double Tolerance = 1e-3,
    SweepOrder Order = SweepOrder.Alternating,
    double StepSize = 0.5,
    double Momentum = 0.5,
    int Window = 5
);
