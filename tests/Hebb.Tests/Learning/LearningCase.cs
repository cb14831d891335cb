using System.Numerics;
using Hebb.Costs;
using Hebb.Learning;
using Hebb.Networks;
using Hebb.Networks.Topology;
using Hebb.Numerics;

namespace Hebb.Tests.Learning;

/// <summary>A network, examples and a cost: all that an estimate is made of.</summary>
internal sealed record LearningCase(
    string Name,
    EnergyNetwork<double> Network,
    ICost Cost,
    double[] Inputs,
    double[] Targets
)
{
    public NetworkTopology Topology => Network.Topology;

    public int Rows => Inputs.Length / Topology.InputSize;

    public Batch<double> Batch =>
        new(
            new ReadOnlyMatrixSpan<double>(Inputs, Topology.InputSize),
            new ReadOnlyMatrixSpan<double>(Targets, Topology.OutputSize)
        );

    /// <summary>The gradient that an estimator gives.</summary>
    public double[] Gradient(IGradientEstimator estimator) => Estimate(estimator).Gradient;

    /// <summary>The gradient that an estimator gives, and what it saw.</summary>
    public (double[] Gradient, Estimate Seen) Estimate(IGradientEstimator estimator)
    {
        var gradient = new NetworkParameters<double>(Topology);
        Estimate seen = estimator.Estimate(Network, new PhaseStates<double>(Topology, Rows), Batch, Cost, gradient);
        return (Numbers(gradient), seen);
    }

    /// <summary>The gradient that an estimator gives in another number type.</summary>
    public double[] GradientIn<T>(IGradientEstimator estimator)
        where T : unmanaged, INumberBase<T>
    {
        var gradient = new NetworkParameters<T>(Topology);
        T[] inputs = [.. Inputs.Select(T.CreateTruncating)];
        T[] targets = [.. Targets.Select(T.CreateTruncating)];
        var batch = new Batch<T>(
            new ReadOnlyMatrixSpan<T>(inputs, Topology.InputSize),
            new ReadOnlyMatrixSpan<T>(targets, Topology.OutputSize)
        );
        estimator.Estimate(Network.ConvertTo<T>(), new PhaseStates<T>(Topology, Rows), batch, Cost, gradient);
        return Numbers(gradient.ConvertTo<double>());
    }

    /// <summary>|a - b| / |b|.</summary>
    public static double Distance(double[] estimate, double[] exact) =>
        Norm([.. estimate.Zip(exact, (one, other) => one - other)]) / Norm(exact);

    public static double Norm(double[] numbers) => Math.Sqrt(numbers.Sum(number => number * number));

    /// <summary>The cosine of the angle between two gradients.</summary>
    public static double Cosine(double[] one, double[] other) =>
        one.Zip(other, (left, right) => left * right).Sum() / (Norm(one) * Norm(other));

    /// <summary>All numbers without padding, connection by connection, then the biases.</summary>
    public static double[] Numbers(NetworkParameters<double> parameters)
    {
        var numbers = new List<double>();
        for (var connection = 0; connection < parameters.Topology.Connections.Length; connection++)
        {
            var weights = parameters.Weights(connection);
            for (var row = 0; row < weights.Rows; row++)
            {
                numbers.AddRange(weights[row]);
            }
        }

        foreach (var layer in parameters.Topology.Free)
        {
            numbers.AddRange(parameters.Biases(layer));
        }

        return [.. numbers];
    }

    public override string ToString() => Name;
}
