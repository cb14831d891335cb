using Hebb.Agents.Approximators;
using Hebb.Agents.Reward;
using Hebb.Networks;
using Hebb.Numerics;

namespace Hebb.Tests.Agents.Rewards;

/// <summary>The report's contrast against its equations written out in float64, a loop over each unit.</summary>
public sealed class ContrastTraceTests
{
    private const int Inputs = 2;
    private const int Actions = 3;
    private const double Temperature = 0.5;
    private const double Rate = 0.4;
    private static readonly int[] Chosen = [2, 0, 0, 1, 2, 1];
    private static readonly float[] Amounts = [0.1f, 0, -0.3f, 0.2f, 0.5f, -0.4f];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Parameters_follow_correlations_less_their_running_average(bool clamps)
    {
        const int units = 5;
        var options = new FreeEnergyOptions
        {
            Network = new FreeEnergyShape
            {
                Hidden = [units],
                Temperature = Temperature,
                Start = new FreeEnergyStart { ActionBound = 0.5 },
            },
        };
        EnergyNetwork<float> network = FreeEnergyNetwork.Create(Inputs, Actions, options.Network, new Pcg64(3));
        ITracedPolicy policy = clamps
            ? new ClampedContrastTrace(network, options, Rate)
            : new FreeContrastTrace(network, Rate);
        var oracle = new Oracle(network.Parameters, units);
        var random = new Pcg64(4);
        var logits = new float[Actions];
        for (var step = 0; step < Chosen.Length; step++)
        {
            float[] observation = [(float)random.NextUniform(-1, 1), (float)random.NextUniform(-1, 1)];
            var score = new float[Actions];
            score[Chosen[step]] = 1;
            var decay = step == 4 ? 0 : 0.8f;
            policy.Consider(observation, logits);
            policy.Reinforce(score, decay, Amounts[step]);
            oracle.Step(observation, clamps ? Chosen[step] : null, decay, Amounts[step]);
        }

        for (var unit = 0; unit < units; unit++)
        {
            for (var input = 0; input < Inputs; input++)
            {
                Assert.Equal(oracle.W[input, unit], network.Parameters.Weights(0)[input][unit], 1e-5);
            }

            for (var action = 0; action < Actions; action++)
            {
                Assert.Equal(oracle.U[action, unit], network.Parameters.Weights(1)[action][unit], 1e-5);
            }

            Assert.Equal(oracle.B[unit], network.Parameters.Biases(1)[unit], 1e-5);
        }

        Assert.All(
            Enumerable.Range(0, Actions),
            action => Assert.Equal(oracle.C[action], network.Parameters.Biases(2)[action], 1e-5)
        );
    }

    [Fact]
    public void A_free_state_knows_nothing_of_what_was_done()
    {
        ITracedPolicy[] policies =
        [
            .. Enumerable
                .Range(0, 2)
                .Select(_ => new FreeContrastTrace(
                    FreeEnergyNetwork.Create(Inputs, Actions, new FreeEnergyShape { Hidden = [4] }, new Pcg64(1)),
                    Rate
                )),
        ];
        var logits = new float[Actions];
        foreach (var (index, policy) in policies.Index())
        {
            policy.Consider([0.5f, 0.1f], logits);
            policy.Reinforce(index == 0 ? [1, 0, 0] : [0, 0, 1], 0, 0.1f);
            policy.Consider([-0.5f, 0.3f], logits);
            policy.Reinforce(index == 0 ? [1, 0, 0] : [0, 0, 1], 0.5f, 0.1f);
        }

        Assert.Equal(policies[0].Parameters.All, policies[1].Parameters.All);
    }

    [Fact]
    public void Negated_biases_go_the_opposite_way_and_weights_the_same()
    {
        FusedFreeEnergyTrace New() =>
            new(FreeEnergyNetwork.Create(Inputs, Actions, new FreeEnergyShape { Hidden = [4] }, new Pcg64(1)), 1);
        FusedFreeEnergyTrace plain = New();
        var before = plain.Parameters.ConvertTo<float>();
        var negated = new NegatedBiases(New());
        var logits = new float[Actions];
        foreach (ITracedPolicy policy in (ITracedPolicy[])[plain, negated])
        {
            policy.Consider([0.5f, 0.1f], logits);
            policy.Reinforce([0.6f, -0.4f, -0.2f], 0, 0.5f);
        }

        foreach (var connection in (int[])[0, 1])
        {
            Assert.Equal(plain.Parameters.Weights(connection)[0], negated.Parameters.Weights(connection)[0]);
        }

        foreach (var layer in (int[])[1, 2])
        {
            for (var unit = 0; unit < before.Biases(layer).Length; unit++)
            {
                var step = plain.Parameters.Biases(layer)[unit] - before.Biases(layer)[unit];
                Assert.NotEqual(0, step);
                Assert.Equal(before.Biases(layer)[unit] - step, negated.Parameters.Biases(layer)[unit], 1e-6f);
            }
        }
    }

    /// <summary>Weights, running averages and traces of every number, in plain loops.</summary>
    private sealed class Oracle
    {
        private readonly Dictionary<(char, int, int), (double Average, double Trace)> _memory = [];
        private int _steps;

        public Oracle(NetworkParameters<float> start, int units)
        {
            W = new double[Inputs, units];
            U = new double[Actions, units];
            B = new double[units];
            C = new double[Actions];
            for (var unit = 0; unit < units; unit++)
            {
                for (var input = 0; input < Inputs; input++)
                {
                    W[input, unit] = start.Weights(0)[input][unit];
                }

                for (var action = 0; action < Actions; action++)
                {
                    U[action, unit] = start.Weights(1)[action][unit];
                }

                B[unit] = start.Biases(1)[unit];
            }
        }

        public double[,] W { get; }

        public double[,] U { get; }

        public double[] B { get; }

        public double[] C { get; }

        public void Step(float[] x, int? clamped, double decay, double amount)
        {
            _steps++;
            var hidden = new double[B.Length];
            for (var unit = 0; unit < hidden.Length; unit++)
            {
                var drive = B[unit] + (x[0] * W[0, unit]) + (x[1] * W[1, unit]);
                hidden[unit] = Math.Tanh(clamped is { } done ? drive + U[done, unit] : drive);
            }

            var outputs = new double[Actions];
            for (var action = 0; action < Actions; action++)
            {
                outputs[action] = clamped is null
                    ? C[action] + Enumerable.Range(0, hidden.Length).Sum(unit => U[action, unit] * hidden[unit])
                    : (action == clamped ? 1 : 0);
            }

            var unitOf = clamped is null ? 1 : 1 / Temperature;
            for (var unit = 0; unit < hidden.Length; unit++)
            {
                for (var input = 0; input < Inputs; input++)
                {
                    W[input, unit] += Follow(('W', input, unit), unitOf * x[input] * hidden[unit], decay, amount);
                }

                for (var action = 0; action < Actions; action++)
                {
                    U[action, unit] += Follow(
                        ('U', action, unit),
                        unitOf * outputs[action] * hidden[unit],
                        decay,
                        amount
                    );
                }

                B[unit] += Follow(('B', unit, 0), unitOf * hidden[unit], decay, amount);
            }

            for (var action = 0; action < Actions; action++)
            {
                C[action] += Follow(('C', action, 0), unitOf * outputs[action], decay, amount);
            }
        }

        private double Follow((char, int, int) place, double correlation, double decay, double amount)
        {
            (double average, double trace) = _memory.GetValueOrDefault(place);
            average += Math.Max(Rate, 1.0 / _steps) * (correlation - average);
            trace = (decay * trace) + correlation - average;
            _memory[place] = (average, trace);
            return amount * trace;
        }
    }
}
