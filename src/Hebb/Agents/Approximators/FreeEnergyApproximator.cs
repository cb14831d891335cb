using Hebb.Costs;
using Hebb.Learning;
using Hebb.Learning.FreeEnergies;
using Hebb.Networks;
using Hebb.Numerics;
using Hebb.Optimizers;
using Hebb.Settings;
using Hebb.Snapshots;

namespace Hebb.Agents.Approximators;

/// <summary>
/// The free-energy policy as a function: its outputs are the logits -F_a / T, the free energies of an <see cref="EnergyNetwork{T}"/>
/// with its output units clamped to each action in turn. Any cost C on the logits is learned by the correlations c_a of the
/// states that settled there, dC/dtheta = sum_a dC/dlogit_a c_a / T: exact, local, with no second phase.
/// </summary>
/// <remarks>
/// With C = -log pi(a|s) that is -(c_a - sum_b pi(b|s) c_b) / T: Hebbian with the action clamped, anti-Hebbian for what the policy
/// expected. Sallans and Hinton (2004) use free energies as values, Heess, Silver and Teh (2012) as here, with stochastic
/// hidden units.
/// </remarks>
public sealed class FreeEnergyApproximator : IFunctionApproximator
{
    private readonly IFreeEnergies<float> _energies;
    private readonly AlignedMatrix<float> _logits;
    private readonly AlignedMatrix<float> _factors;
    private readonly NetworkParameters<float> _gradient;
    private readonly IOptimizer<float> _optimizer;
    private readonly string _optimizerName;
    private readonly double _gradientNorm;
    private readonly float _inverseTemperature;
    private int _rows;

    /// <summary>A policy at its start.</summary>
    /// <param name="inputSize">Numbers in an observation; at least 1.</param>
    /// <param name="actionCount">Actions; at least 1.</param>
    /// <param name="capacity">The rows of a call at most; at least 1.</param>
    /// <param name="options">Its network and temperature.</param>
    /// <param name="random">The stream that its weights are drawn from.</param>
    /// <exception cref="ArgumentException">An option is not possible; the message says which.</exception>
    public FreeEnergyApproximator(
        int inputSize,
        int actionCount,
        int capacity,
        FreeEnergyOptions options,
        OptimizerSettings optimizer,
        Pcg64 random
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(optimizer);
        SettingRules.Require(options);
        SettingRules.Require(optimizer);
        SettingRules.RequireRoom(options.Network.Hidden, inputSize, actionCount, capacity);
        Options = options;
        Network = FreeEnergyNetwork.Create(inputSize, actionCount, options.Network, random);
        _energies = FreeEnergyNetwork.Energies(Network, options, capacity);
        _logits = new AlignedMatrix<float>(capacity, actionCount);
        _factors = new AlignedMatrix<float>(capacity, actionCount);
        _gradient = new NetworkParameters<float>(Network.Topology);
        _optimizerName = optimizer.Name;
        _optimizer = optimizer.Create(_gradient.All.Length);
        _gradientNorm = optimizer.GradientNorm;
        _inverseTemperature = (float)(1 / options.Network.Temperature);
    }

    /// <summary>What it was made of.</summary>
    public FreeEnergyOptions Options { get; }

    /// <summary>The network.</summary>
    public EnergyNetwork<float> Network { get; }

    /// <inheritdoc/>
    public int InputSize => Network.Topology.InputSize;

    /// <inheritdoc/>
    public int OutputSize => Network.Topology.OutputSize;

    /// <inheritdoc/>
    public int Capacity => _energies.Capacity;

    /// <inheritdoc/>
    public NetworkParameters<float> Parameters => Network.Parameters;

    /// <inheritdoc/>
    public double LearningRate
    {
        get => _optimizer.LearningRate;
        set => _optimizer.LearningRate = value;
    }

    /// <inheritdoc/>
    public ReadOnlyMatrixSpan<float> Outputs => _logits.First(_rows);

    /// <inheritdoc/>
    public ReadOnlyMatrixSpan<float> Evaluate(ReadOnlyMatrixSpan<float> inputs)
    {
        var negated = _energies.Negated(inputs);
        for (var row = 0; row < negated.Rows; row++)
        {
            for (var action = 0; action < negated.Columns; action++)
            {
                _logits[row][action] = negated[row][action] * _inverseTemperature;
            }
        }

        _rows = negated.Rows;
        return Outputs;
    }

    /// <inheritdoc/>
    public Estimate Update(ReadOnlyMatrixSpan<float> inputs, ReadOnlyMatrixSpan<float> targets, ICost cost)
    {
        ArgumentNullException.ThrowIfNull(cost);
        if (targets.Rows != inputs.Rows || targets.Columns != cost.TargetSize(OutputSize))
        {
            throw new ArgumentException(
                $"targets: {targets.Rows} rows of {targets.Columns}; {inputs.Rows} rows of {cost.TargetSize(OutputSize)} are needed",
                nameof(targets)
            );
        }

        var logits = Evaluate(inputs);
        var scale = _inverseTemperature / inputs.Rows;
        var sum = 0.0;
        for (var row = 0; row < inputs.Rows; row++)
        {
            Span<float> factors = _factors[row];
            sum += cost.Value(logits[row], targets[row]);
            cost.Gradient(logits[row], targets[row], factors);
            foreach (ref var factor in factors)
            {
                factor *= scale;
            }
        }

        _gradient.Clear();
        _energies.AddCorrelations(_factors.First(inputs.Rows), _gradient);
        GradientNorm.Limit(_gradient.Edit(), _gradientNorm);
        _optimizer.Step(Network.Parameters.Edit(), _gradient.All);
        return new Estimate(sum / inputs.Rows, _energies.Settling, default);
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Part("parameters", Network.Parameters);
        visitor.Part(_optimizerName, _optimizer);
    }
}
