using System.Numerics;
using Hebb.Catalogues;
using Hebb.Costs;
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Relaxation;

namespace Hebb.Tests.Relaxation;

public sealed class SettlingAllocationTests
{
    public static TheoryData<string, bool> Cases =>
        [
            .. CatalogueSet.Standard.Relaxations.Names.SelectMany(name =>
                new[] { new TheoryDataRow<string, bool>(name, false), new TheoryDataRow<string, bool>(name, true) }
            ),
        ];

    [Theory, MemberData(nameof(Cases))]
    public void Nothing_is_allocated_after_the_first_settling(string name, bool hasReadout)
    {
        Settles<float>(name, hasReadout);
        Settles<double>(name, hasReadout);
    }

    private static void Settles<T>(string name, bool hasReadout)
        where T : unmanaged, INumberBase<T>
    {
        // Wide enough that no room on the stack is taken for a row.
        int[] sizes = [3, 300, 17, 2];
        var topology = NetworkTopology
            .Layered(sizes, Activation.Sigmoid, Activation.Linear, readout: hasReadout)
            .With(1, 1)
            .With(1, 3);
        var network = EnergyNetwork.Create<T>(topology, 1);
        var relaxation = (CatalogueSet.Standard.Relaxations.Find(name) with { Tolerance = 1e-3 }).Create(6);
        var state = new NetworkState<T>(topology, 2);
        var targets = new AlignedMatrix<T>(2, 2);
        var inputs = new AlignedMatrix<T>(2, 3);
        inputs.Span.Fill(T.One);
        ICost cost = hasReadout ? new SoftmaxCrossEntropy() : SquaredError.Half;
        Once();
        Once();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Once();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Once()
        {
            state.Reset();
            state.Clamp(network, inputs.All);
            relaxation.Settle(network, state);
            relaxation.Settle(network, state, new Nudge<T>(T.CreateTruncating(0.1), cost, targets.All));
        }
    }
}
