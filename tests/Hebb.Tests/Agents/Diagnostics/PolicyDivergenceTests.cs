using Hebb.Agents;
using Hebb.Agents.Diagnostics;
using Hebb.Catalogues;
using Hebb.Environments;

namespace Hebb.Tests.Agents.Diagnostics;

public sealed class PolicyDivergenceTests
{
    [Fact]
    public void It_is_zero_where_nothing_moved_and_positive_either_way()
    {
        Assert.Equal([0, 0], Taken((0, 0.2)));
        Assert.Equal(Math.Exp(0.3) - 1 - 0.3, Taken((0.3, 0.2))[0], 12);
        var moved = Taken((0.5, 0.2), (-0.5, 0.2));
        Assert.Equal((Math.Exp(0.5) + Math.Exp(-0.5) - 2) / 2, moved[0], 12);
        Assert.Equal(1, moved[1]);
        Assert.Equal(0.5, Taken((0.1, 0.2), (0.2, 0.2))[1]);
        Assert.True(double.IsNaN(Taken((0.1, null))[1]));
        Assert.All(Taken(), number => Assert.True(double.IsNaN(number)));
    }

    [Theory]
    [InlineData("ppo", true)]
    [InlineData("policy-ep", true)]
    [InlineData("a2c", false)]
    public void An_agent_tells_of_it_whether_it_diagnoses_or_not_and_learns_the_same(string name, bool clips)
    {
        AgentEntry entry = CatalogueSet.Standard.Agents.Find(name);
        (List<double> returns, Dictionary<string, double> told) = Played(entry, diagnoses: true);
        (List<double> same, Dictionary<string, double> usual) = Played(entry, diagnoses: false);
        Assert.Equal(same, returns);
        Assert.InRange(told["approximate_kl"], 0, 1);
        Assert.Equal(clips, told["clip_fraction"] is >= 0 and <= 1);
        foreach (var number in (string[])["approximate_kl", "clip_fraction", "entropy", "action_0"])
        {
            Assert.Equal(told[number], usual[number]);
        }
    }

    private static (List<double> Returns, Dictionary<string, double> Told) Played(AgentEntry entry, bool diagnoses)
    {
        IEnvironment Create() => CatalogueSet.Standard.CreateEnvironment(entry, "CartPole-v1");
        IParallelAgent agent = entry.Create(new AgentTask(Create().Specification, 50_000, 2) { Diagnoses = diagnoses });
        var returns = new List<double>();
        new TrainingLoop(agent, Create, 2).Run(1100, end => returns.Add(end.Return));
        var diagnosed = (IDiagnosed)agent;
        var values = new double[diagnosed.DiagnosticNames.Length];
        diagnosed.TakeDiagnostics(values);
        return (
            returns,
            diagnosed
                .DiagnosticNames.Zip(values)
                .ToDictionary(one => one.First, one => one.Second, StringComparer.Ordinal)
        );
    }

    private static double[] Taken(params (double LogRatio, double? Clip)[] observed)
    {
        var change = new PolicyDivergence();
        foreach ((var ratio, var clip) in observed)
        {
            change.Observe(ratio, clip);
        }

        var values = new double[change.DiagnosticNames.Length];
        change.TakeDiagnostics(values);
        return values;
    }
}
