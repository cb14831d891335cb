using Hebb.Networks.Activations;
using Hebb.Numerics;
using Hebb.Optimizers;
using Hebb.Report.Rules;
using Hebb.Report.Shallow;
using Hebb.Snapshots;

namespace Hebb.Report.Agents;

/// <summary>
/// Policy EP (section 4.2) by an optimizer on energies, as the report's code has it: after each episode one Adam
/// step down L = sum_t E_t log pi(a_t | s_t) A_t (eq. 7), with the standardised advantage of the code.
/// </summary>
/// <remarks>
/// E_t is the code's: it lacks the term u^2 / 2 of eq. (1), and it is differentiated also through h and y as they
/// depend on the parameters by the feedforward pass. It is therefore not the partial derivative that equilibrium
/// propagation takes (the correlations), but the total one:
/// E = -b1 h - b2 rho(y) - rho(x) W1 h - h W2 rho(y), with h = rho(b1 + x W1) and y = b2 + h W2.
/// </remarks>
public sealed class PolicyEnergyAsCoded<T> : PolicyEquilibriumPropagation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly HebbianCorrelation<T> _correlation;
    private readonly ShallowParameters<T> _gradient;
    private readonly Adam<T> _optimizer;
    private readonly AlignedBuffer<T> _hiddenGradient;
    private readonly T[] _outputGradient;
    private readonly T[] _noOutputs;

    /// <summary>An agent before its first episode.</summary>
    /// <param name="observationSize">Numbers in an observation.</param>
    /// <param name="actionCount">How many actions there are.</param>
    /// <param name="options">The constants; the bias rate has no part here.</param>
    public PolicyEnergyAsCoded(int observationSize, int actionCount, PolicyOptions options, ulong seed)
        : base(observationSize, actionCount, options, seed)
    {
        _correlation = new HebbianCorrelation<T>(observationSize, actionCount);
        _gradient = Network.ZerosAlike();
        _optimizer = new Adam<T>(_gradient.All.Length, options.WeightRate);
        _hiddenGradient = _gradient.NewHidden();
        _outputGradient = new T[actionCount];
        _noOutputs = new T[actionCount];
    }

    /// <summary>Adds scale times the total derivative of the code's energy in the parameters.</summary>
    /// <param name="target">What is added to.</param>
    /// <param name="scale">The factor.</param>
    /// <param name="inputs">x.</param>
    /// <param name="hidden">h of the feedforward pass, length <c>Stride</c>.</param>
    /// <param name="outputs">y of the feedforward pass.</param>
    public void AddEnergyGradient(
        ShallowParameters<T> target,
        T scale,
        ReadOnlySpan<T> inputs,
        ReadOnlySpan<T> hidden,
        ReadOnlySpan<T> outputs
    )
    {
        _correlation.Read(inputs, outputs);
        for (var output = 0; output < outputs.Length; output++)
        {
            // Direct: -rho(y). Through y: dE/dy = -rho'(y) (b2 + h W2) = -rho'(y) y. Both multiply h in W2.
            var throughOutput = -HardSigmoid.Derivative(outputs[output]) * outputs[output];
            _outputGradient[output] = throughOutput - _correlation.Outputs[output];
        }

        // dE/dh = -(b1 + rho(x) W1) + W2 (dE/dy - rho(y)), then down to the drive of h.
        var hiddenGradient = _hiddenGradient.Span;
        ShallowPass.Hidden<T, Identity>(Network, _correlation.Inputs, hiddenGradient);
        TensorPrimitives.Negate(hiddenGradient, hiddenGradient);
        ShallowPass.ToHiddenDrive<T, HardSigmoid>(Network, hidden, _outputGradient, hiddenGradient);
        ShallowPass.AddOuterProducts(target, scale, inputs, hiddenGradient, _outputGradient, hidden);
        ShallowPass.AddOuterProducts(target, -scale, _correlation.Inputs, hidden, _noOutputs, hidden);
    }

    private protected override void Learn(ReadOnlySpan<float> lastObservation, bool terminated)
    {
        var returns = StandardisedReturns();
        _gradient.All.Clear();
        for (var step = 0; step < returns.Length; step++)
        {
            var modulator = Actor.LogProbability(step) * (returns[step] - Critic[step]);
            AddEnergyGradient(_gradient, modulator, Actor.Inputs[step], Actor.Hidden[step], Actor.Outputs[step]);
        }

        _optimizer.Step(Network.All, _gradient.All);
        Critic.Fit(Actor.Inputs, returns);
    }

    /// <inheritdoc/>
    public override void VisitState(StateVisitor visitor)
    {
        base.VisitState(visitor);
        visitor.Part("adam", _optimizer);
    }
}
