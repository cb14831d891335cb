using Hebb.Catalogues;
using Hebb.Learning;
using Hebb.Learning.Contrastive;
using Hebb.Learning.Exact;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Relaxation;
using Hebb.Relaxation.Sweeps;

namespace Hebb.Tests.Learning;

/// <summary>What estimators of the catalogue are tested with; each takes what it has.</summary>
internal sealed record EstimatorCase
{
    public IRelaxation Free { get; init; } = new FixedPoint(maxSweeps: 100, tolerance: 1e-4);

    public IRelaxation? Nudged { get; init; }

    public double Beta { get; init; } = 0.5;

    public int Points { get; init; } = 4;

    public double LearningRate { get; init; } = 1e-3;

    public double Share { get; init; } = 0.1;

    public int Sweeps { get; init; } = 20;

    public double Tolerance { get; init; } = 1e-6;

    public int MaxIterations { get; init; } = 1000;

    public double Step { get; init; } = 1e-5;

    public IUniformSource? Random { get; init; }

    public static IGradientEstimator Create(string name, EstimatorCase one)
    {
        EstimatorSettings settings = CatalogueSet.Standard.Estimators.Find(name) switch
        {
            HolomorphicSettings holomorphic => holomorphic with { Beta = one.Beta, Points = one.Points },
            ContinualSettings continual => continual with { Beta = one.Beta, ContinualRate = one.LearningRate },
            NudgedEstimatorSettings nudged => nudged with { Beta = one.Beta },
            CoupledLearningSettings coupled => coupled with { Share = one.Share },
            RecurrentBackpropagationSettings recurrent => recurrent with
            {
                ErrorTolerance = one.Tolerance,
                ErrorIterations = one.MaxIterations,
            },
            CentralDifferencesSettings differences => differences with { DifferenceStep = one.Step },
            var other => other,
        };
        return settings.Create(
            new EstimatorPhases(one.Free, one.Nudged ?? one.Free)
            {
                Phases = new PhaseSettings
                {
                    FreeSweeps = one.Sweeps,
                    NudgedSweeps = one.Sweeps,
                    FreeOrder = SweepOrder.Alternating,
                    NudgedOrder = SweepOrder.Alternating,
                },
                Random = one.Random,
            }
        );
    }
}
