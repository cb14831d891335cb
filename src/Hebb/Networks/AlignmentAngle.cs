using System.Numerics;
using Hebb.Networks.Topology;
using Hebb.Numerics;

namespace Hebb.Networks;

/// <summary>
/// The angle between forward weights and the transposed feedback weights of the same two layers, each matrix taken as one long
/// vector: 0 degrees where the connection is symmetric up to a factor, about 90 between random weights. That it falls while
/// learning is feedback alignment (Lillicrap et al. 2016; for the vector field of equilibrium propagation Scellier et al. 2018).
/// </summary>
/// <param name="Forward">The connection from the earlier layer to the later one.</param>
/// <param name="Feedback">The connection back.</param>
/// <param name="Degrees">The angle, from 0 to 180; not a number where all weights of one of them are zero.</param>
public readonly record struct AlignmentAngle(int Forward, int Feedback, double Degrees)
{
    /// <summary>The angles of all pairs of directed connections, one each way between the same two layers.</summary>
    /// <typeparam name="T">The number type; real.</typeparam>
    /// <param name="parameters">The parameters.</param>
    /// <returns>The pairs in the order of their forward connections; none where the graph has no such pair.</returns>
    public static IReadOnlyList<AlignmentAngle> OfPairs<T>(NetworkParameters<T> parameters)
        where T : unmanaged, INumberBase<T>
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var connections = parameters.Topology.Connections;
        var angles = new List<AlignmentAngle>();
        for (var forward = 0; forward < connections.Length; forward++)
        {
            (var from, var to, ConnectionKind kind) = connections[forward];
            var feedback = connections.IndexOf(new Connection(to, from, ConnectionKind.Directed));
            if (kind is ConnectionKind.Directed && from < to && feedback >= 0)
            {
                var degrees = Between(parameters.Weights(forward), parameters.Weights(feedback));
                angles.Add(new AlignmentAngle(forward, feedback, degrees));
            }
        }

        return angles;
    }

    /// <summary>The angle between a matrix and the transpose of another, in degrees.</summary>
    /// <typeparam name="T">The number type; real.</typeparam>
    /// <param name="forward">A row a unit of the earlier layer.</param>
    /// <param name="feedback">A row a unit of the later layer.</param>
    /// <returns>From 0 to 180; not a number where a matrix is zero.</returns>
    /// <exception cref="ArgumentException">The one has not the shape of the other's transpose.</exception>
    public static double Between<T>(ReadOnlyMatrixSpan<T> forward, ReadOnlyMatrixSpan<T> feedback)
        where T : unmanaged, INumberBase<T>
    {
        if (forward.Rows != feedback.Columns || forward.Columns != feedback.Rows)
        {
            throw new ArgumentException(
                $"feedback: {feedback.Rows} rows of {feedback.Columns}; {forward.Columns} rows of {forward.Rows} are needed",
                nameof(feedback)
            );
        }

        var (forwardLength, feedbackLength) = (Length(forward), Length(feedback));
        var (difference, sum) = (0.0, 0.0);
        for (var row = 0; row < forward.Rows; row++)
        {
            for (var column = 0; column < forward.Columns; column++)
            {
                var one = Transcendental.RealPart(forward[row][column]) / forwardLength;
                var other = Transcendental.RealPart(feedback[column][row]) / feedbackLength;
                difference += (one - other) * (one - other);
                sum += (one + other) * (one + other);
            }
        }

        // Kahan's form: exact for small angles too, where the arc cosine of a number near 1 is not.
        return 2 * double.RadiansToDegrees(Math.Atan2(Math.Sqrt(difference), Math.Sqrt(sum)));
    }

    private static double Length<T>(ReadOnlyMatrixSpan<T> matrix)
        where T : unmanaged, INumberBase<T>
    {
        var sum = 0.0;
        for (var row = 0; row < matrix.Rows; row++)
        {
            foreach (var number in matrix[row])
            {
                sum += Transcendental.RealPart(number) * Transcendental.RealPart(number);
            }
        }

        return Math.Sqrt(sum);
    }
}
