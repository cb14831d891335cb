using System.Collections.Immutable;
using Hebb.Agents.Approximators;
using Hebb.Agents.Diagnostics;
using Hebb.Analysis;
using Hebb.Catalogues;
using Hebb.Costs;
using Hebb.Learning;
using Hebb.Learning.Contrastive;
using Hebb.Learning.Exact;
using Hebb.Networks;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Relaxation;

namespace Hebb.Tests.Agents.Diagnostics;

public sealed class ApproximatorDiagnosticsTests
{
    private static readonly ApproximatorOptions Options = new()
    {
        Network = new NetworkSettings
        {
            Hidden = [6, 5],
            Feedback = 0.3,
            OutputGain = 1,
        },
        Estimator = new SymmetricSettings { Beta = 0.1 },
        Phases = new PhaseSettings { FreeSweeps = 4, NudgedSweeps = 3 },
    };

    private static readonly ICost Cost = SquaredError.Half;
    private static readonly float[] Inputs = [0.5f, -1, 2, 0.1f, 0.7f, -0.3f, -2, 1, 0];
    private static readonly float[] Targets = [1, 0, -1, 0.5f, 0.2f, 2];

    [Fact]
    public void Every_update_tells_of_itself()
    {
        var approximator = New(Options);
        var diagnostics = new ApproximatorDiagnostics(approximator, interval: 0);
        double[] costs = [Update(approximator).Cost, Update(approximator).Cost];
        var taken = Take(diagnostics);
        Assert.Equal(costs.Average(), taken["cost"], 1e-12);
        Assert.Equal(4, taken["free_sweeps"]);
        Assert.Equal(3, taken["nudged_sweeps"]);
        Assert.InRange(taken["residual"], 1e-9, 1);
        foreach (
            var name in (string[])
                ["saturation", "energy", "feedback", "gradient_angle", "gradient_ratio", "update_ratio"]
        )
        {
            Assert.True(double.IsNaN(taken[name]), name);
        }

        Assert.All(Take(diagnostics).Values, value => Assert.True(double.IsNaN(value)));
    }

    [Fact]
    public void A_measured_update_tells_what_is_measured_on_its_own_network_and_batch()
    {
        var approximator = New(Options);
        var network = approximator.Network.Copy();
        var diagnostics = new ApproximatorDiagnostics(approximator, interval: 2);
        Update(approximator);
        var taken = Take(diagnostics);
        float[] before = [.. network.Parameters.All];
        float[] after = [.. approximator.Parameters.All];
        var step = Math.Sqrt(before.Zip(after, (old, next) => Math.Pow(next - old, 2)).Sum());
        Assert.True(step > 0);
        Assert.Equal(step / Math.Sqrt(after.Sum(weight => weight * weight)), taken["update_ratio"], 1e-6);

        var states = new PhaseStates<float>(network.Topology, 3);
        states.Free.Clamp(network, new ReadOnlyMatrixSpan<float>(Inputs, 3));
        new Hebb.Relaxation.Sweeps.FixedPoint(4, 0, SweepOrder.Forward).Settle(network, states.Free);
        var energy = Enumerable.Range(0, 3).Average(row => NetworkEnergy.Energy(network, states.Free, row));
        Assert.Equal(energy, taken["energy"], 1e-5);
        Assert.Equal(UnitSaturation.AtBorder(states.Free), taken["saturation"], 1e-12);
        Assert.Equal(ConnectionFeedback.Largest(network.Parameters), taken["feedback"], 1e-12);
        Assert.InRange(taken["gradient_angle"], 0.1, 30);
        Assert.InRange(taken["gradient_ratio"], 0.3, 0.999);

        Update(approximator);
        Assert.True(double.IsNaN(Take(diagnostics)["gradient_angle"]));
        Update(approximator);
        Assert.False(double.IsNaN(Take(diagnostics)["gradient_angle"]));
    }

    [Fact]
    public void More_sweeps_bring_the_gradient_to_the_exact_one()
    {
        var settled = First(Options.Swept(200, 200));
        Assert.InRange(settled["gradient_angle"], 0, 0.5);
        Assert.Equal(1, settled["gradient_ratio"], 0.01);
        Assert.InRange(settled["residual"], 0, 1e-5);
        var one = First(Options.Swept(1, 1));
        Assert.True(one["gradient_angle"] > 5 * settled["gradient_angle"]);
        Assert.True(one["residual"] > 100 * settled["residual"]);
    }

    [Fact]
    public void Backprop_is_exact_and_does_not_settle()
    {
        var taken = First(Options.Estimated(new BackpropagationSettings()));
        Assert.Equal(0, taken["gradient_angle"], 1e-3);
        Assert.Equal(1, taken["gradient_ratio"], 1e-6);
        Assert.False(double.IsNaN(taken["saturation"]));
        foreach (var name in (string[])["free_sweeps", "nudged_sweeps", "residual", "energy", "feedback"])
        {
            Assert.True(double.IsNaN(taken[name]), name);
        }
    }

    [Theory]
    [InlineData("symmetric")]
    [InlineData("backprop")]
    public void Measuring_changes_nothing(string estimator)
    {
        NetworkApproximator plain = New(Options.Estimated(CatalogueSet.Standard.Estimators.Find(estimator)));
        NetworkApproximator watched = New(Options.Estimated(CatalogueSet.Standard.Estimators.Find(estimator)));
        _ = new ApproximatorDiagnostics(watched, interval: 1);
        for (var update = 0; update < 20; update++)
        {
            Assert.Equal(Update(plain).Cost, Update(watched).Cost);
        }

        Assert.Equal(plain.Parameters.All, watched.Parameters.All);
    }

    [Fact]
    public void Watching_without_measuring_allocates_nothing()
    {
        var approximator = New(Options);
        var diagnostics = new ApproximatorDiagnostics(approximator, interval: 0);
        var values = new double[diagnostics.DiagnosticNames.Length];
        Update(approximator);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var update = 0; update < 10; update++)
        {
            Update(approximator);
            diagnostics.TakeDiagnostics(values);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static Dictionary<string, double> First(ApproximatorOptions options)
    {
        var approximator = New(options);
        var diagnostics = new ApproximatorDiagnostics(approximator, interval: 1);
        Update(approximator);
        return Take(diagnostics);
    }

    private static NetworkApproximator New(ApproximatorOptions options) =>
        new(inputSize: 3, outputSize: 2, capacity: 3, options, new Pcg64(9));

    private static Estimate Update(NetworkApproximator approximator) =>
        approximator.Update(new ReadOnlyMatrixSpan<float>(Inputs, 3), new ReadOnlyMatrixSpan<float>(Targets, 2), Cost);

    private static Dictionary<string, double> Take(ApproximatorDiagnostics diagnostics)
    {
        ImmutableArray<string> names = diagnostics.DiagnosticNames;
        var values = new double[names.Length];
        diagnostics.TakeDiagnostics(values);
        return names.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
    }
}
