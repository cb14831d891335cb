using Hebb.Agents;
using Hebb.Environments;
using Hebb.Networks.Activations;
using Hebb.Report.Shallow;
using Hebb.Tests.Networks;

namespace Hebb.Tests.Agents;

/// <summary>An episode whose observations are written down beforehand, so that an update can be worked out apart.</summary>
internal sealed class ScriptedEpisode
{
    private static readonly float[][] Observations =
    [
        [0.25f, -0.5f, 0.125f, 0.75f],
        [0.5f, 0.25f, -0.25f, 0.5f],
        [-0.125f, 1.5f, 0.5f, -0.75f],
        [0.375f, 0.125f, 0.25f, 0.0625f],
    ];

    private ScriptedEpisode(int[] actions) => Actions = actions;

    public static int Steps => Observations.Length - 1;

    public int[] Actions { get; }

    /// <summary>The observation of a step, or with <see cref="Steps"/> the one that the episode left behind.</summary>
    public static double[] Inputs(int step) => [.. Observations[step].Select(number => (double)number)];

    /// <summary>r = 1, 2, 3: unequal, so that an advantage of the wrong step shows.</summary>
    public static double Reward(int step) => step + 1;

    public static ScriptedEpisode Play(IAgent agent, bool truncated = false)
    {
        var actions = new int[Steps];
        for (var step = 0; step < Steps; step++)
        {
            actions[step] = agent.Act(Observations[step]);
            var last = step == Steps - 1;
            agent.Observe(
                Observations[step + 1],
                new StepResult(Reward(step), Terminated: last && !truncated, Truncated: last && truncated)
            );
        }

        return new ScriptedEpisode(actions);
    }

    /// <summary>The standardised returns of the script, written out.</summary>
    public static double[] StandardisedReturns(double discount)
    {
        double[] returns =
        [
            Reward(0) + (discount * Reward(1)) + (discount * discount * Reward(2)),
            Reward(1) + (discount * Reward(2)),
            Reward(2),
        ];
        var mean = returns.Average();
        var deviation = Math.Sqrt(returns.Sum(value => (value - mean) * (value - mean)) / (returns.Length - 1));
        return [.. returns.Select(value => (value - mean) / (deviation + Math.Pow(2, -23)))];
    }

    public static ShallowParameters<double> Copy(ShallowParameters<double> network)
    {
        var copy = network.ZerosAlike();
        copy.CopyFrom(network);
        return copy;
    }

    public static (double[] Hidden, double[] Outputs) Forward<TActivation>(
        ShallowParameters<double> network,
        double[] inputs
    )
        where TActivation : struct, IActivation
    {
        var hidden = new double[network.Stride];
        var outputs = new double[network.OutputSize];
        ReferenceShallowPass.Hidden<double, TActivation>(network, inputs, hidden);
        ReferenceShallowPass.Outputs<double>(network, hidden, outputs);
        return (hidden, outputs);
    }

    public static double LogProbability(double[] logits, int action) => logits[action] - Math.Log(logits.Sum(Math.Exp));

    public static double SmoothL1(double error) => Math.Abs(error) < 1 ? 0.5 * error * error : Math.Abs(error) - 0.5;

    public static void AssertSame(
        ShallowParameters<double> expected,
        ShallowParameters<double> actual,
        double tolerance = 1e-7
    ) => RandomNetworks.AssertClose(RandomNetworks.Numbers(expected), RandomNetworks.Numbers(actual), tolerance);
}
