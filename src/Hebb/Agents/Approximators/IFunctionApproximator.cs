using Hebb.Costs;
using Hebb.Learning;
using Hebb.Networks;
using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Agents.Approximators;

/// <summary>
/// A parametric function from observations to outputs (logits, values) that learns from any cost on its outputs. How it
/// computes them and how it learns, by equilibrium propagation or by backprop, the agent that uses it cannot tell.
/// </summary>
public interface IFunctionApproximator : IStateful
{
    /// <summary>Numbers in an observation.</summary>
    int InputSize { get; }

    /// <summary>Numbers in an output.</summary>
    int OutputSize { get; }

    /// <summary>The rows of a call at most.</summary>
    int Capacity { get; }

    /// <summary>What is learned.</summary>
    NetworkParameters<float> Parameters { get; }

    /// <summary>The optimizer's step size; a schedule sets it between updates.</summary>
    double LearningRate { get; set; }

    /// <summary>The function's outputs.</summary>
    /// <param name="inputs">A row an observation.</param>
    /// <returns>A row an observation, to be read before the next call.</returns>
    ReadOnlyMatrixSpan<float> Evaluate(ReadOnlyMatrixSpan<float> inputs);

    /// <summary>
    /// The outputs of the last call: of <see cref="Evaluate"/>, or of <see cref="Update"/> as they were before its step. A row an
    /// observation, to be read before the next call.
    /// </summary>
    ReadOnlyMatrixSpan<float> Outputs { get; }

    /// <summary>One step of the optimizer down the gradient of the mean cost.</summary>
    /// <param name="inputs">A row an observation.</param>
    /// <param name="targets">What the cost asks of each, as wide as <see cref="ICost.TargetSize"/> says.</param>
    /// <param name="cost">C.</param>
    /// <returns>The mean cost before the step, and how phases settled.</returns>
    Estimate Update(ReadOnlyMatrixSpan<float> inputs, ReadOnlyMatrixSpan<float> targets, ICost cost);
}
