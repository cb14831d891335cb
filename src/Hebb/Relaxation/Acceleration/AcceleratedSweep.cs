using Hebb.Networks;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Relaxation.Sweeps;

namespace Hebb.Relaxation.Acceleration;

/// <summary>
/// A plain sweep, then a guess where the sweeps lead; the next sweep tells whether the guess was good, and if it was not the
/// example goes back to where the plain sweep left it.
/// </summary>
/// <remarks>
/// The residual that stops an example is that of a plain sweep, and an example that it stops stays where that sweep left it. A
/// phase ends with a plain sweep too, so that no untried guess is ever a result.
/// </remarks>
/// <typeparam name="TAcceleration">How the guess is made.</typeparam>
internal struct AcceleratedSweep<T, TAcceleration> : ISweep<T>
    where T : unmanaged, INumberBase<T>
    where TAcceleration : struct, IAcceleration<T>
{
    // A guess must lower the residual by so much at least: endless smaller gains would add up to no rest.
    private const double LeastGain = 0.999;

    private readonly PlainSweep<T> _plain;
    private readonly StoppingRule _rule;
    private readonly AcceleratedExamples<T> _examples;
    private TAcceleration _acceleration;
    private int _sweeps;

    /// <summary>Begins a phase.</summary>
    public AcceleratedSweep(SweepOrder order, StoppingRule rule, NetworkState<T> state, TAcceleration acceleration)
    {
        _plain = new PlainSweep<T>(order, LayerRule.FixedPoint);
        _rule = rule;
        _examples = state.Workspace(static made => new AcceleratedExamples<T>(made));
        _acceleration = acceleration;
        _examples.Begin();
        _acceleration.Begin();
    }

    public readonly double Step => 1;

    public void Run(EnergyNetwork<T> network, NetworkState<T> state, in Nudge<T> nudge, int rows, bool measures)
    {
        for (var row = 0; row < rows; row++)
        {
            _examples.Gather(state, row, _examples.Start.Padded(state.ExampleAt(row)));
        }

        _plain.Run(network, state, nudge, rows, measures: true);
        _sweeps++;
        for (var row = 0; row < rows; row++)
        {
            if (!(_rule.IsByResidual && state.Residuals[row] <= _rule.Tolerance))
            {
                GoOn(state, row);
            }
        }

        ReadAgain(network, state, nudge, rows);
    }

    private void GoOn(NetworkState<T> state, int row)
    {
        var example = state.ExampleAt(row);
        ref var progress = ref _examples.Progress[example];
        var start = _examples.Start.Padded(example);
        var lastSwept = _examples.Swept.Padded(example);
        var swept = _examples.Room.Padded(0);
        var guess = _examples.Room.Padded(1);
        _examples.Gather(state, row, swept);
        var norm = Math.Sqrt(Euclidean.SquaredDistance<T>(swept, start));

        // What is not a number is no gain.
        if (progress.IsGuess && !(norm <= LeastGain * progress.Norm))
        {
            _examples.Scatter(state, row, lastSwept);
            state.Residuals[row] = progress.Residual;
            progress.TakeBack();
            _acceleration.Restart(example);
            return;
        }

        // Where plain sweeps move further and further they leave a saddle, and what was seen there would lead back to it.
        var falls = norm < progress.Norm;
        progress.IsGuess =
            _acceleration.Guess(example, start, swept, lastSwept, guess)
            && falls
            && progress.MayGuess
            && _sweeps < _rule.MaxSweeps;
        if (!falls)
        {
            _acceleration.Restart(example);
        }

        swept.CopyTo(lastSwept);
        progress.Advance(norm, state.Residuals[row]);
        if (progress.IsGuess)
        {
            _examples.Hold(guess);
            _examples.Scatter(state, row, guess);
        }
    }

    // The force of a readout's cost must be that of the guess, or a sweep would not begin from the guess alone.
    private static void ReadAgain(EnergyNetwork<T> network, NetworkState<T> state, in Nudge<T> nudge, int rows)
    {
        var output = state.Topology.Output;
        if (!nudge.IsNone && state.Topology.Layers[output].Role is LayerRole.Readout)
        {
            LayerUpdate.Move(network, state, output, nudge, LayerRule.FixedPoint, rows, measures: false);
            LayerUpdate.Commit(state, output, nudge, rows);
        }
    }
}
