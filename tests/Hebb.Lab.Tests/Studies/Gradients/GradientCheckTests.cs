using System.Text;
using Hebb.Catalogues;
using Hebb.Costs;
using Hebb.Lab.Studies.Gradients;
using Hebb.Lab.Studies.Gradients.Problems;
using Hebb.Learning.Contrastive;
using Hebb.Networks.Activations;

namespace Hebb.Lab.Tests.Studies.Gradients;

public sealed class GradientCheckTests
{
    private static readonly double[] Betas =
    [
        1,
        0.5,
        0.2,
        0.1,
        0.05,
        0.02,
        0.01,
        0.005,
        0.002,
        0.001,
        0.0005,
        0.0002,
        0.0001,
    ];

    private static readonly GradientCheckOptions Small = new()
    {
        Topologies = Topologies("one-hidden", "readout"),
        Activations = [Activation.Tanh],
        Costs = [SquaredError.Half],
        Betas = Betas,
        Networks = 3,
        Seed = 5,
    };

    [Theory]
    [InlineData("one-sided", 1, 0.1)]
    [InlineData("random-sign", 1, 0.1)]
    [InlineData("continual", 1, 0.1)]
    [InlineData("symmetric", 2, 0.1)]
    [InlineData("vector-field", 2, 0.1)]
    [InlineData("holomorphic", 4, 0.3)]
    public void The_error_vanishes_at_the_order_that_theory_gives(string name, int order, double slack)
    {
        IReadOnlyList<GradientFinding> findings = GradientCheck.Run(Small with { Subjects = Subjects(name) }, jobs: 2);

        Assert.Equal(2, findings.Count);
        Assert.All(findings, finding => Assert.Equal(GradientVerdict.AsTheorySays, finding.Verdict));
        Assert.All(findings.SelectMany(finding => finding.Orders), found => Assert.Equal(order, found, slack));
        Assert.All(findings, finding => Assert.Equal(3, finding.Orders.Count()));
        Assert.All(findings, finding => Assert.Equal($"{order}", finding.Expectation.Text));
    }

    [Fact]
    public void Symmetric_nudging_is_the_exact_gradient_on_every_topology_and_cost()
    {
        IReadOnlyList<GradientFinding> findings = GradientCheck.Run(
            new GradientCheckOptions
            {
                Subjects = Subjects("symmetric"),
                Betas = [1e-4],
                Networks = 1,
                Seed = 3,
            },
            jobs: 2
        );

        // Seven topologies with an energy, seven activations and three costs; on the others it refuses.
        Assert.Equal(7 * 7 * 3, findings.SelectMany(finding => finding.Measurements).Count());
        Assert.All(
            findings.SelectMany(finding => finding.Measurements),
            one => Assert.InRange(one.Agreement.RelativeError, 0, 1e-6)
        );
        Assert.Equal(2 * 7 * 3, findings.Count(finding => finding.IsRefused));
    }

    [Fact]
    public void Exact_methods_agree_on_every_topology()
    {
        IReadOnlyList<GradientFinding> findings = GradientCheck.Run(
            Small with
            {
                Subjects = [.. GradientSubject.All.Where(subject => subject.IsExact)],
                Topologies = GradientTopology.All,
                Activations = [Activation.Tanh, Activation.HardSigmoid],
                Networks = 1,
            },
            jobs: 2
        );

        Assert.Equal(4 * GradientTopology.All.Count * 2, findings.Count);
        Assert.All(
            findings,
            finding => Assert.True(finding.Verdict is GradientVerdict.AsTheorySays or GradientVerdict.Refused)
        );
        Assert.Equal(3 * 2, findings.Count(finding => finding.Verdict is GradientVerdict.Refused));
    }

    [Theory]
    [InlineData("symmetric", 1.01, 1.01)]
    [InlineData("symmetric", 1.000001, 1.000001)]
    [InlineData("symmetric", 1, -1)]
    [InlineData("one-sided", 1.01, 1)]
    [InlineData("holomorphic", 1, 1.0001)]
    [InlineData("vector-field", -1, -1)]
    [InlineData("recurrent-backprop", 1.000001, 1.000001)]
    [InlineData("backprop", 1, -1)]
    public void A_wrong_estimator_is_found_out(string name, double weights, double biases)
    {
        IReadOnlyList<GradientFinding> findings = GradientCheck.Run(
            Small with
            {
                Subjects = [WrongEstimator.Subject(name, weights, biases)],
            }
        );

        Assert.All(findings, finding => Assert.Equal(GradientVerdict.Not, finding.Verdict));
        Assert.All(GradientOverview.Of(findings), row => Assert.Equal("not", row.Verdict));
    }

    [Fact]
    public void Refusing_where_it_should_not_and_not_refusing_where_it_should_are_found_out()
    {
        GradientSubject symmetric = Subjects("symmetric")[0];
        GradientSubject shy = symmetric with { Create = Subjects("contrastive-hebbian")[0].Create };
        GradientSubject bold = symmetric with { Create = Subjects("vector-field")[0].Create };

        GradientFinding refused = GradientCheck.Run(
            Small with
            {
                Subjects = [shy],
                Topologies = Topologies("readout"),
            }
        )[0];
        GradientFinding accepted = GradientCheck.Run(
            Small with
            {
                Subjects = [bold],
                Topologies = Topologies("separate-feedback"),
            }
        )[0];

        Assert.Equal(GradientVerdict.Not, refused.Verdict);
        Assert.StartsWith(
            "layer 'output': a readout does not act",
            refused.Refusals[0].Reason,
            StringComparison.Ordinal
        );
        Assert.Equal(GradientVerdict.Not, accepted.Verdict);
    }

    [Fact]
    public void Refusals_are_kept_with_their_reasons()
    {
        IReadOnlyList<GradientFinding> findings = GradientCheck.Run(
            Small with
            {
                Subjects = Subjects("holomorphic", "contrastive-hebbian"),
                Activations = [Activation.HardSigmoid],
                Topologies = Topologies("one-hidden", "readout", "separate-feedback"),
            }
        );

        Assert.Equal(5, findings.Count(finding => finding.Verdict is GradientVerdict.Refused));
        Assert.Equal(1, findings.Count(finding => finding.Verdict is GradientVerdict.NothingExpected));
        Assert.All(
            findings.SelectMany(finding => finding.Refusals),
            refusal => Assert.DoesNotContain("(Parameter", refusal.Reason, StringComparison.Ordinal)
        );
        Assert.Contains(
            findings,
            finding =>
                finding.Refusals is [{ Reason: var reason }, ..]
                && reason.Contains("hard-sigmoid is not analytic", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Strengths_that_are_refused_cost_only_themselves()
    {
        // Nudged by minus 1 a linear output has no rest.
        GradientFinding finding = GradientCheck.Run(
            Small with
            {
                Subjects = Subjects("symmetric"),
                Topologies = Topologies("one-hidden"),
                Activations = [Activation.Linear],
            }
        )[0];

        Assert.Equal(GradientVerdict.AsTheorySays, finding.Verdict);
        Assert.Equal([1.0, 1.0, 1.0], finding.Refusals.Select(refusal => refusal.Beta!.Value));
        Assert.False(finding.IsRefused);
    }

    [Fact]
    public void Estimates_that_are_exact_at_any_strength_are_known_for_it()
    {
        GradientFinding finding = GradientCheck.Run(
            Small with
            {
                Subjects = Subjects("symmetric"),
                Activations = [Activation.Linear],
                Costs = [new LinearCost()],
            }
        )[0];

        Assert.True(finding.IsExact);
        Assert.Null(finding.MedianOrder);
        Assert.Equal(GradientVerdict.AsTheorySays, finding.Verdict);
    }

    [Fact]
    public void Strengths_at_which_everything_is_lost_to_rounding_prove_nothing()
    {
        IReadOnlyList<GradientFinding> findings = GradientCheck.Run(
            Small with
            {
                Subjects = Subjects("symmetric"),
                Betas = [1e-10, 1e-11, 1e-12],
            }
        );

        Assert.All(findings, finding => Assert.Equal(GradientVerdict.Unclear, finding.Verdict));
    }

    [Fact]
    public void Measurements_depend_neither_on_the_jobs_nor_on_what_else_is_checked()
    {
        GradientCheckOptions options = Small with { Subjects = Subjects("random-sign", "continual"), Networks = 2 };
        GradientCheckOptions wider = options with
        {
            Subjects = Subjects("symmetric", "random-sign", "continual"),
            Topologies = Topologies("lateral", "one-hidden", "readout"),
            Activations = [Activation.HardSigmoid, Activation.Tanh],
        };

        var one = Table(GradientCheck.Run(options, jobs: 1));
        var three = Table(GradientCheck.Run(options, jobs: 3));
        var among = Table(GradientCheck.Run(wider, jobs: 2));

        Assert.Equal(one, three);
        Assert.Superset(one.ToHashSet(StringComparer.Ordinal), among.ToHashSet(StringComparer.Ordinal));
        Assert.NotEqual(one, Table(GradientCheck.Run(options with { Seed = 6 })));
    }

    [Fact]
    public void Settling_to_a_coarser_tolerance_costs_digits()
    {
        double Least(double tolerance) =>
            GradientCheck
                .Run(
                    Small with
                    {
                        Subjects = Subjects("symmetric"),
                        Topologies = Topologies("two-hidden"),
                        Tolerance = tolerance,
                    }
                )
                .SelectMany(finding => finding.Measurements)
                .Min(one => one.Agreement.RelativeError);

        Assert.InRange(Least(1e-5), 1e-6, 1e-2);
        Assert.InRange(Least(1e-15), 0, 1e-7);
    }

    [Fact]
    public void It_can_be_stopped()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.Throws<OperationCanceledException>(() => GradientCheck.Run(Small, cancellation: stop.Token));
    }

    [Fact]
    public void Estimators_that_are_not_known_to_theory_are_measured_and_not_judged()
    {
        var subject = new GradientSubject(
            "mine",
            (strength, phases) => strength.Set(new SymmetricSettings()).Create(phases),
            _ => new GradientExpectation.None("nothing is known of it here")
        );

        GradientFinding finding = GradientCheck.Run(Small with { Subjects = [subject] })[0];

        Assert.Equal(GradientVerdict.NothingExpected, finding.Verdict);
        Assert.Equal(2, finding.MedianOrder!.Value, 0.1);
    }

    [Fact]
    public void The_tables_have_a_row_for_each_measurement_and_each_combination()
    {
        IReadOnlyList<GradientFinding> findings = GradientCheck.Run(
            Small with
            {
                Subjects = Subjects("one-sided", "coupled-learning", "contrastive-hebbian"),
            }
        );
        var gradients = Table(findings);
        var orders = Lines(stream => OrderTable.Write(stream, findings));

        Assert.StartsWith(
            "estimator,topology,activation,cost,network,beta,relative_error,cosine,sign_agreement,sweeps,settled",
            gradients[0],
            StringComparison.Ordinal
        );

        // One-sided on both, coupled learning on the one without a readout at every beta, and once clamped all the way.
        Assert.Equal(1 + (3 * Betas.Length * 3) + 3, gradients.Length);
        Assert.Contains(
            gradients,
            line => line.StartsWith("one-sided,one-hidden,tanh,squared-error,0,0.002,", StringComparison.Ordinal)
        );
        Assert.Contains(
            gradients,
            line => line.StartsWith("contrastive-hebbian,one-hidden,tanh,squared-error,2,,", StringComparison.Ordinal)
        );
        Assert.Equal(1 + (3 * 2), orders.Length);
        Assert.EndsWith(",as theory says,", orders[1], StringComparison.Ordinal);
        Assert.Contains(",refused,", orders[^1], StringComparison.Ordinal);
    }

    internal static IReadOnlyList<GradientSubject> Subjects(params string[] names) =>
        [.. GradientSubject.All.Where(subject => names.Contains(subject.Name))];

    internal static IReadOnlyList<GradientTopology> Topologies(params string[] names) =>
        [.. GradientTopology.All.Where(topology => names.Contains(topology.Name))];

    private static string[] Table(IReadOnlyList<GradientFinding> findings) =>
        Lines(stream => GradientTable.Write(stream, findings));

    private static string[] Lines(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return Encoding.UTF8.GetString(stream.ToArray()).TrimEnd('\n').Split('\n');
    }
}
