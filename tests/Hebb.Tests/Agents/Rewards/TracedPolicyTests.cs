using CsCheck;
using Hebb.Agents;
using Hebb.Agents.Approximators;
using Hebb.Agents.Reward;
using Hebb.Learning.FreeEnergies;
using Hebb.Learning.Kernels;
using Hebb.Networks;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Relaxation.Sweeps;

namespace Hebb.Tests.Agents.Rewards;

/// <summary>Traces against gradients written out in float64.</summary>
public sealed class TracedPolicyTests
{
    private const float Decay = 0.8f;
    private const double Temperature = 0.5;

    private static readonly int[] Actions = [2, 0, 0, 1, 2];
    private static readonly float[] Amounts = [0.1f, 0, -0.3f, 0.2f, 0.5f];

    public static TheoryData<Kind> Kinds => [.. Enum.GetValues<Kind>()];

    public enum Kind
    {
        Fused,
        Settled,
        Deep,
        Feedforward,
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Parameters_follow_the_decaying_sum_of_the_gradients(Kind kind) =>
        Gen.Select(Gen.Int[1, 20], Gen.ULong)
            .Sample(
                (units, seed) =>
                {
                    EnergyNetwork<float> network = Network(kind, units, seed);
                    EnergyNetwork<double> exact = network.ConvertTo<double>();
                    ITracedPolicy policy = Policy(kind, network);
                    var random = new Pcg64(seed);
                    var trace = new double[exact.Parameters.All.Length];
                    var logits = new float[3];
                    for (var step = 0; step < Actions.Length; step++)
                    {
                        float[] observation = [(float)random.NextUniform(-1, 1), (float)random.NextUniform(-1, 1)];
                        policy.Consider(observation, logits);
                        var score = Score(logits, Actions[step]);

                        // The trace begins anew at step 3.
                        var decay = step == 3 ? 0 : Decay;
                        var gradient = LogarithmGradient(kind, exact, observation, Actions[step]);
                        policy.Reinforce(score, decay, Amounts[step]);
                        Span<double> parameters = exact.Parameters.Edit();
                        for (var index = 0; index < trace.Length; index++)
                        {
                            trace[index] = (decay * trace[index]) + gradient[index];
                            parameters[index] += Amounts[step] * trace[index];
                        }
                    }

                    var found = policy.Parameters.ConvertTo<double>().All;
                    for (var index = 0; index < trace.Length; index++)
                    {
                        Assert.Equal(exact.Parameters.All[index], found[index], 1e-4);
                    }
                },
                iter: 8
            );

    [Theory, MemberData(nameof(Kinds))]
    public void Judging_leaves_what_was_considered_as_it_is(Kind kind)
    {
        ITracedPolicy one = Policy(kind, Network(kind, 7, 3));
        ITracedPolicy other = Policy(kind, Network(kind, 7, 3));
        var logits = new float[3];
        var judged = new float[3];
        one.Consider([0.5f, -0.25f], logits);
        other.Consider([0.5f, -0.25f], logits);
        other.Judge([0.5f, -0.25f], judged);
        Assert.Equal(logits, judged);
        other.Judge([-1f, 1f], judged);
        Assert.NotEqual(logits, judged);
        var score = Score(logits, 1);

        one.Reinforce(score, 0.9f, 0.5f);
        other.Reinforce(score, 0.9f, 0.5f);

        Assert.True(one.Parameters.All.SequenceEqual(other.Parameters.All));
    }

    [Fact]
    public void What_has_fallen_silent_leaves_no_denormal_numbers()
    {
        var trace = new float[37];
        var parameters = new float[37];
        Array.Fill(trace, 1f);
        for (var step = 0; step < 200; step++)
        {
            TraceKernels.Row(0, new float[37], 0.5f, 0, trace, parameters);
        }

        Assert.All(trace, number => Assert.Equal(0, number));
    }

    // Of log pi(a|s) in float64, by central differences.
    private static double[] LogarithmGradient(Kind kind, EnergyNetwork<double> network, float[] observation, int action)
    {
        const double step = 1e-5;
        var gradient = new double[network.Parameters.All.Length];
        double[] input = [.. observation.Select(number => (double)number)];
        for (var index = 0; index < gradient.Length; index++)
        {
            var kept = network.Parameters.All[index];
            if (kept == 0 && index < gradient.Length - 16)
            {
                continue;
            }

            network.Parameters.Edit()[index] = kept + step;
            var above = LogProbability(kind, network, input, action);
            network.Parameters.Edit()[index] = kept - step;
            var below = LogProbability(kind, network, input, action);
            network.Parameters.Edit()[index] = kept;
            gradient[index] = (above - below) / (2 * step);
        }

        return gradient;
    }

    private static double LogProbability(Kind kind, EnergyNetwork<double> network, double[] input, int action)
    {
        var logits = new double[3];
        if (kind is Kind.Feedforward)
        {
            Forward(network.Parameters, input, logits);
        }
        else
        {
            var energies = new SettledFreeEnergies<double>(network, new FixedPoint(500, 1e-13, SweepOrder.Forward), 1);
            var negated = energies.Negated(new ReadOnlyMatrixSpan<double>(input, input.Length));
            for (var index = 0; index < logits.Length; index++)
            {
                logits[index] = negated[0][index] / Temperature;
            }
        }

        return CategoricalPolicy.LogProbability<double>(logits, action);
    }

    private static void Forward(NetworkParameters<double> parameters, double[] input, double[] logits)
    {
        for (var action = 0; action < logits.Length; action++)
        {
            logits[action] = parameters.Biases(2)[action];
            for (var unit = 0; unit < parameters.Biases(1).Length; unit++)
            {
                var drive = parameters.Biases(1)[unit];
                for (var index = 0; index < input.Length; index++)
                {
                    drive += input[index] * parameters.Weights(0)[index][unit];
                }

                logits[action] += parameters.Weights(1)[action][unit] * Math.Tanh(drive);
            }
        }
    }

    private static float[] Score(float[] logits, int action)
    {
        var score = new float[logits.Length];
        CategoricalPolicy.Probabilities<float>(logits, score);
        for (var index = 0; index < score.Length; index++)
        {
            score[index] = (index == action ? 1 : 0) - score[index];
        }

        return score;
    }

    private static FreeEnergyOptions Options(Kind kind, int units) =>
        new()
        {
            Network = new FreeEnergyShape
            {
                Hidden = kind is Kind.Deep ? [units, 4] : [units],
                Temperature = Temperature,
                Feedback = kind is Kind.Deep ? 0.5 : 1,
                Start = new FreeEnergyStart { Gain = 0.7, ActionBound = 0.5 },
            },
            Relaxation = new FixedPointSettings { Tolerance = 1e-6 },
            Phase = new ClampedPhaseSettings { Sweeps = 200 },
        };

    private static EnergyNetwork<float> Network(Kind kind, int units, ulong seed) =>
        FreeEnergyNetwork.Create(2, 3, Options(kind, units).Network, new Pcg64(seed));

    private static ITracedPolicy Policy(Kind kind, EnergyNetwork<float> network) =>
        kind switch
        {
            Kind.Fused => new FusedFreeEnergyTrace(network, Temperature),
            Kind.Feedforward => new FeedforwardTrace(network),
            _ => new SettledFreeEnergyTrace(
                network,
                FreeEnergyNetwork.Relaxation(Options(kind, network.Topology.Layers[1].Size)),
                Temperature
            ),
        };
}
