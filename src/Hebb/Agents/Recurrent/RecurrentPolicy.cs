using Hebb.Environments;
using Hebb.Networks.Recurrent;
using Hebb.Numerics;

namespace Hebb.Agents.Recurrent;

/// <summary>Acts by the parameters of an agent, as they are whenever it is asked, with a state of its own.</summary>
internal sealed class RecurrentPolicy : IRememberingPolicy
{
    private readonly RecurrentParameters _parameters;
    private readonly Pcg64 _random;
    private readonly RecurrentTape<float> _tape;
    private readonly AlignedMatrix<float> _outputs;
    private readonly float[] _probabilities;

    /// <summary>A policy at the beginning of an episode.</summary>
    /// <param name="parameters">Those of the agent.</param>
    /// <param name="cell">A cell for this policy alone.</param>
    /// <param name="random">The stream that actions are drawn from.</param>
    public RecurrentPolicy(RecurrentParameters parameters, RecurrentCell<float> cell, Pcg64 random)
    {
        _parameters = parameters;
        _random = random;
        _tape = new RecurrentTape<float>(cell, steps: 1, sequences: 1);
        _outputs = new AlignedMatrix<float>(1, parameters.Actions + 1);
        _probabilities = new float[parameters.Actions];
    }

    /// <summary>What was read as the value of the state that was acted in last, over the scale of values.</summary>
    public double Value => _outputs[0][_parameters.Actions];

    /// <inheritdoc/>
    public void Begin() => _tape.Begin(0);

    /// <inheritdoc/>
    public int Act(ReadOnlySpan<float> observation, bool samples)
    {
        _tape.Restart();
        observation.CopyTo(_tape.NextInputs[0]);
        _tape.Forward(_parameters.OfCell(_parameters.All));
        _parameters.Read(_tape.LastHidden, _outputs.All);
        var logits = _outputs[0][.._parameters.Actions];
        return samples
            ? CategoricalPolicy.Sample<float>(logits, _random, _probabilities)
            : TensorPrimitives.IndexOfMax<float>(logits);
    }

    /// <inheritdoc/>
    public void Observe(ReadOnlySpan<float> next, in StepResult result)
    {
        // All that it remembers is what it was shown.
    }
}
