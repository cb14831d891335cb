using Hebb.Costs;
using Hebb.Learning;
using Hebb.Learning.Parallel;
using Hebb.Networks;
using Hebb.Numerics;
using Hebb.Snapshots;
using Hebb.Supervised;

namespace Hebb.Lab.Studies.Supervised;

/// <summary>What a configuration describes, at its start: the network and what trains and evaluates it.</summary>
internal sealed class SupervisedModel
{
    private static readonly double[] ExtremeDraws = [0, 1 - 1e-9];

    private readonly SupervisedConfiguration _configuration;
    private readonly ICost _cost;

    /// <summary>Makes the model with the weights of its seed.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <exception cref="ArgumentException">Something in it is not possible; the message says what.</exception>
    public SupervisedModel(SupervisedConfiguration configuration)
    {
        _configuration = configuration;
        _cost = SupervisedChoices.CostOf(configuration);
        Network = new EnergyNetwork<float>(configuration.ToTopology());
        Initialization.FanIn(
            Network.Parameters,
            SupervisedStreams.Initialization(configuration.Seed),
            configuration.Gain
        );
    }

    /// <summary>The network.</summary>
    public EnergyNetwork<float> Network { get; }

    /// <summary>What trains it.</summary>
    /// <param name="team">As many threads as are configured.</param>
    public SupervisedTraining<float> NewTraining(WorkerTeam team)
    {
        var signs = SupervisedStreams.Nudging(_configuration.Seed);
        var length = Network.Parameters.All.Length;
        return new SupervisedTraining<float>(
            Network,
            team.Size == 1
                ? SupervisedChoices.EstimatorOf(_configuration, signs)
                : new ParallelEstimation(team, [.. Enumerable.Range(0, team.Size).Select(NewEstimator)]),
            team.Size == 1
                ? SupervisedChoices.OptimizerOf(_configuration, length)
                : new ParallelUpdate<float>(
                    team,
                    length,
                    share => SupervisedChoices.OptimizerOf(_configuration, share)
                ),
            _cost,
            _configuration.BatchSize,
            SupervisedStreams.Shuffling(_configuration.Seed)
        );
    }

    // Signs are drawn for each thread from a stream of its own: which of them comes first is left to chance.
    private IGradientEstimator NewEstimator(int worker) =>
        SupervisedChoices.EstimatorOf(_configuration, SupervisedStreams.Nudging(_configuration.Seed, worker));

    /// <summary>What evaluates it, now and later.</summary>
    public SupervisedEvaluation<float> NewEvaluation() =>
        new(Network, SupervisedChoices.PredictionOf(_configuration), _cost, _configuration.BatchSize);

    /// <summary>Asks for a gradient of one example, so that what cannot work together says so before the run.</summary>
    /// <param name="examples">Where the example is from.</param>
    /// <exception cref="ArgumentException">The network, the estimator and the cost do not fit; the message says why.</exception>
    public void Try(LabelledExamples examples)
    {
        // Whichever way random signs fall, it must be possible.
        foreach (var draw in ExtremeDraws)
        {
            var trial = new SupervisedTraining<float>(
                Network.Copy(),
                SupervisedChoices.EstimatorOf(_configuration, new ConstantSource(draw)),
                SupervisedChoices.OptimizerOf(_configuration, Network.Parameters.All.Length),
                _cost,
                batchSize: 1,
                SupervisedStreams.Shuffling(_configuration.Seed)
            );
            trial.Run(examples.Take(1));
        }
    }

    private sealed class ConstantSource(double number) : IUniformSource
    {
        public double NextDouble() => number;

        public void VisitState(StateVisitor visitor)
        {
            // It is always the same.
        }
    }
}
