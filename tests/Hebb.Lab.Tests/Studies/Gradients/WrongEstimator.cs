using System.Numerics;
using Hebb.Costs;
using Hebb.Lab.Studies.Gradients;
using Hebb.Learning;
using Hebb.Networks;

namespace Hebb.Lab.Tests.Studies.Gradients;

/// <summary>An estimator with a mistake made in its gradient: what a check is for.</summary>
internal sealed class WrongEstimator(IGradientEstimator right, double weights, double biases) : IGradientEstimator
{
    public string Name => right.Name;

    /// <summary>The estimator of a name whose weights' and biases' derivatives are multiplied by factors.</summary>
    public static GradientSubject Subject(string name, double weights, double biases)
    {
        GradientSubject subject = GradientSubject.All.Single(one => one.Name == name);
        return subject with
        {
            Create = (strength, phases) => new WrongEstimator(subject.Create(strength, phases), weights, biases),
        };
    }

    public Estimate Estimate<T>(
        EnergyNetwork<T> network,
        PhaseStates<T> states,
        in Batch<T> batch,
        ICost cost,
        NetworkParameters<T> gradient
    )
        where T : unmanaged, INumberBase<T>
    {
        Estimate seen = right.Estimate(network, states, batch, cost, gradient);
        foreach (ref var number in gradient.Edit())
        {
            number *= T.CreateTruncating(weights);
        }

        foreach (var layer in gradient.Topology.Free)
        {
            foreach (ref var number in gradient.EditBiases(layer))
            {
                number *= T.CreateTruncating(biases / weights);
            }
        }

        return seen;
    }
}
