using System.Numerics;
using Hebb.Costs;
using Hebb.Learning;
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Optimizers;
using Hebb.Relaxation;

namespace Hebb.Benchmarks.Engine;

/// <summary>A small network with inputs and targets drawn from a fixed seed, hard sigmoid units and linear outputs.</summary>
/// <typeparam name="T">The number type.</typeparam>
internal sealed class SmallLearner<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly EnergyNetwork<T> _network;
    private readonly PhaseStates<T> _states;
    private readonly NetworkParameters<T> _gradient;
    private readonly StochasticGradientDescent<T> _optimizer;
    private readonly IRelaxation _free;
    private readonly IGradientEstimator _estimator;
    private readonly ICost _cost = SquaredError.Half;
    private readonly T[] _inputs;
    private readonly T[] _targets;
    private readonly int _inputSize;
    private readonly int _outputSize;

    public SmallLearner(SmallNetwork network, IRelaxation free, IGradientEstimator estimator, double learningRate)
    {
        var topology = NetworkTopology.Layered(network.Sizes, Activation.HardSigmoid, Activation.Linear);
        _network = EnergyNetwork.Create<T>(topology, seed: 1);
        _states = new PhaseStates<T>(topology, network.Batch);
        _gradient = new NetworkParameters<T>(topology);
        _optimizer = new StochasticGradientDescent<T>(_gradient.All.Length, learningRate);
        _free = free;
        _estimator = estimator;
        _inputSize = topology.InputSize;
        _outputSize = topology.OutputSize;
        var random = new Pcg64(2);
        _inputs = Random(network.Batch * _inputSize, random);
        _targets = Random(network.Batch * _outputSize, random);
    }

    /// <summary>One free phase from rest.</summary>
    public void Act()
    {
        _states.Free.Reset();
        _states.Free.Clamp(_network, new ReadOnlyMatrixSpan<T>(_inputs, _inputSize));
        _free.Settle(_network, _states.Free);
    }

    /// <summary>An estimate and a step of the optimizer.</summary>
    public void Update()
    {
        var batch = new Batch<T>(
            new ReadOnlyMatrixSpan<T>(_inputs, _inputSize),
            new ReadOnlyMatrixSpan<T>(_targets, _outputSize)
        );
        _estimator.Estimate(_network, _states, batch, _cost, _gradient);
        _optimizer.Step(_network.Parameters.Edit(), _gradient.All);
    }

    private static T[] Random(int length, Pcg64 random) =>
        [.. Enumerable.Range(0, length).Select(_ => T.CreateTruncating(random.NextGaussian()))];
}
