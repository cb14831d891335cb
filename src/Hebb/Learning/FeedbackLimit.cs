using Hebb.Analysis;
using Hebb.Networks;
using Hebb.Networks.Topology;
using Hebb.Snapshots;

namespace Hebb.Learning;

/// <summary>
/// Keeps gamma sigma(W)^2 of every connection that feeds back (<see cref="ConnectionFeedback"/>) below a limit while a network
/// learns: where the largest singular value is beyond, its excess is taken off, W - (sigma - bound) u v', and nothing else of W
/// changes.
/// </summary>
/// <remarks>
/// Layers then cannot hold each other where they are: a chain whose gamma sigma^2 add up to less than 1 has one equilibrium for
/// every input (<see cref="CouplingNorm"/>). The singular vectors are found by power iteration that continues from where it was at the
/// step before, two iterations a step, as in spectral normalisation (Miyato et al. 2018): weights move little from step to step. They
/// lag behind: at learning rates below 0.001 gamma sigma^2 was some per cent beyond the limit; where several singular values press
/// on it, or at larger rates, it is more.
/// </remarks>
public sealed class FeedbackLimit : IStateful
{
    private const int FirstIterations = 200;
    private const float Stirring = 0.2f;

    private readonly double _limit;
    private readonly float[][] _left;
    private readonly float[][] _right;
    private readonly double[] _bounds;
    private int _steps;

    /// <summary>A limit on networks of a graph.</summary>
    /// <param name="limit">What gamma sigma^2 may be at most; positive and finite.</param>
    public FeedbackLimit(NetworkTopology topology, double limit)
    {
        ArgumentNullException.ThrowIfNull(topology);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        if (!double.IsFinite(limit))
        {
            throw new ArgumentOutOfRangeException(nameof(limit), limit, "A finite number is needed.");
        }

        _limit = limit;
        _bounds = new double[topology.Connections.Length];
        _left = new float[_bounds.Length][];
        _right = new float[_bounds.Length][];
        for (var index = 0; index < _bounds.Length; index++)
        {
            (var from, var to, _) = topology.Connections[index];
            var strength = ConnectionFeedback.StrengthOf(topology, index);

            // Weights within a layer are one symmetric matrix without a diagonal, which this would give it.
            var isLimited = strength > 0 && from != to;
            _bounds[index] = isLimited ? Math.Sqrt(_limit / strength) : double.PositiveInfinity;
            _left[index] = new float[topology.Layers[from].Size];
            _right[index] = new float[topology.Layers[to].Size];
            Scatter(_right[index]);
        }
    }

    /// <summary>Brings weights of any size below the limit: where learning starts.</summary>
    /// <param name="parameters">The parameters, changed in place.</param>
    public void Begin(NetworkParameters<float> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        for (var index = 0; index < _bounds.Length; index++)
        {
            if (double.IsPositiveInfinity(_bounds[index]))
            {
                continue;
            }

            // Each round takes the excess off one singular value; there are as many as the smaller layer has units.
            var rounds = Math.Min(_left[index].Length, _right[index].Length);
            for (var round = 0; round < rounds; round++)
            {
                // Anew each time: the vector that was just shortened knows nothing of the others.
                Scatter(_right[index]);
                for (var iteration = 0; iteration < FirstIterations; iteration++)
                {
                    Iterate(parameters, index);
                }

                Shorten(parameters, index, Iterate(parameters, index));
            }
        }
    }

    /// <summary>Takes off what a step of the optimizer brought beyond the limit.</summary>
    /// <param name="parameters">The parameters, changed in place.</param>
    public void Apply(NetworkParameters<float> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        for (var index = 0; index < _bounds.Length; index++)
        {
            if (double.IsFinite(_bounds[index]))
            {
                // A direction that has just been shortened stays a singular one and would hold the iteration for good, while
                // others grow: a little of every direction, another one at each step, lets it go.
                Stir(_right[index]);
                Iterate(parameters, index);
                Shorten(parameters, index, Iterate(parameters, index));
            }
        }

        _steps++;
    }

    private void Stir(float[] vector)
    {
        for (var unit = 0; unit < vector.Length; unit++)
        {
            vector[unit] += Stirring * MathF.Cos((_steps + 1) * (unit + 1)) / MathF.Sqrt(vector.Length);
        }
    }

    // u = W v / |W v|, v = W' u / |W' u|; the last length is the singular value.
    private double Iterate(NetworkParameters<float> parameters, int index)
    {
        var weights = parameters.Weights(index);
        var left = _left[index];
        var right = _right[index];
        for (var row = 0; row < left.Length; row++)
        {
            left[row] = TensorPrimitives.Dot(weights[row], right);
        }

        if (Normalise(left) == 0)
        {
            return 0;
        }

        Array.Clear(right);
        for (var row = 0; row < left.Length; row++)
        {
            TensorPrimitives.MultiplyAdd(weights[row], left[row], right, right);
        }

        return Normalise(right);
    }

    private void Shorten(NetworkParameters<float> parameters, int index, double singularValue)
    {
        if (!(singularValue > _bounds[index]))
        {
            return;
        }

        var excess = (float)(singularValue - _bounds[index]);
        var weights = parameters.EditWeights(index);
        for (var row = 0; row < weights.Rows; row++)
        {
            var numbers = weights[row];
            TensorPrimitives.MultiplyAdd(_right[index], -excess * _left[index][row], numbers, numbers);
        }
    }

    private static void Scatter(float[] vector)
    {
        for (var unit = 0; unit < vector.Length; unit++)
        {
            vector[unit] = MathF.Cos((3 * unit) + (0.1f * unit * unit));
        }
    }

    // What has no direction gets one, for the step after.
    private static double Normalise(float[] vector)
    {
        var length = TensorPrimitives.Norm<float>(vector);
        if (length > 0 && float.IsFinite(length))
        {
            TensorPrimitives.Divide(vector, length, vector);
            return length;
        }

        Scatter(vector);
        return 0;
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Number("steps", ref _steps);
        for (var index = 0; index < _right.Length; index++)
        {
            visitor.Numbers<float>(FormattableString.Invariant($"right.{index}"), _right[index]);
        }
    }
}
