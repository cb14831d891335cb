using Hebb.Agents;
using Hebb.Agents.Approximators;
using Hebb.Agents.Memory;
using Hebb.Environments;
using Hebb.Memory;
using Hebb.Networks;
using Hebb.Numerics;

namespace Hebb.Tests.Agents.Memory;

/// <summary>What an agent with memories does at each step, against the rule written out.</summary>
public sealed class MemoryAgentTests
{
    private const int Shown = 3;
    private const int Latches = 4;
    private const int Inputs = Shown + Latches;
    private const int Actions = 3;
    private const int Units = 4;

    private static readonly OnlineOptions Options = new()
    {
        LearningRate = 0.01,
        Discount = 0.9,
        TraceDecay = 0.7,
        EntropyBonus = 0.05,
        CriticRate = 0.3,
        NormalisesErrors = false,
    };

    [Fact]
    public void Its_parameters_follow_the_trace_and_the_entropy()
    {
        var task = new AgentTask(
            new EnvironmentSpecification(
                "test",
                BoxSpace.Symmetric(1, 1, 1),
                new DiscreteSpace(Actions),
                StepLimit: null,
                SolvedAt: null
            ),
            Steps: 100,
            Seed: 4
        );
        var agent = new MemoryAgent(
            task,
            new MemoryAgentSettings
            {
                Options = Options,
                Network = new FreeEnergyShape { Hidden = [Units] },
                Memory = new MemorySettings { Latches = new LatchSettings { Units = Latches } },
            }
        );
        var reference = new Reference(agent.Parameters);
        var source = new Pcg64(2);
        float[] observation = Observed(source);
        for (var step = 0; step < 24; step++)
        {
            var actions = new int[1];
            agent.Act(new ReadOnlyMatrixSpan<float>(observation, Shown), actions);
            Assert.Equal(observation, agent.Memory.Numbers[..Shown].ToArray());
            reference.Act(agent.Memory.Numbers.ToArray(), actions[0]);
            AssertAlike(reference.Parameters, agent.Parameters);

            // Some episodes end by themselves, others are cut: the last state of those still has a value.
            var terminated = step % 5 == 4;
            var truncated = step % 8 == 7;
            var reward = (float)source.NextGaussian();
            float[] next = Observed(source);
            agent.Observe(
                new ParallelSteps
                {
                    Observations = new ReadOnlyMatrixSpan<float>(next, Shown),
                    FinalObservations = new ReadOnlyMatrixSpan<float>(next, Shown),
                    Rewards = [reward],
                    Terminated = [terminated],
                    Truncated = [truncated],
                }
            );
            reference.Observe(reward, terminated, truncated, agent.Memory.Numbers.ToArray());
            observation = next;
        }
    }

    private static float[] Observed(Pcg64 source) =>
        [.. Enumerable.Range(0, Shown).Select(_ => (float)source.NextGaussian())];

    private static void AssertAlike(double[] expected, NetworkParameters<float> parameters)
    {
        double[] actual = Flat(parameters);
        for (var index = 0; index < expected.Length; index++)
        {
            Assert.Equal(expected[index], actual[index], 2e-5);
        }
    }

    private static double[] Flat(NetworkParameters<float> parameters)
    {
        var numbers = new List<double>();
        for (var input = 0; input < Inputs; input++)
        {
            numbers.AddRange(parameters.Weights(0)[input].ToArray().Select(weight => (double)weight));
        }

        numbers.AddRange(parameters.Biases(1).ToArray().Select(bias => (double)bias));
        for (var action = 0; action < Actions; action++)
        {
            numbers.AddRange(parameters.Weights(1)[action].ToArray().Select(weight => (double)weight));
        }

        numbers.AddRange(parameters.Biases(2).ToArray().Select(bias => (double)bias));
        return [.. numbers];
    }

    /// <summary>The rule in float64, gradients by differences of the logits.</summary>
    private sealed class Reference(NetworkParameters<float> start)
    {
        private readonly double[] _critic = new double[Inputs + Units + 1];
        private double[] _trace = [];
        private double[] _features = [];
        private double _value;
        private double? _pending;
        private double _amount;
        private bool _continues;

        public double[] Parameters { get; } = Flat(start);

        public void Act(float[] observation, int action)
        {
            (double[] features, var value) = Valued(observation);
            if (_pending is { } reward)
            {
                Learn(reward + (Options.Discount * value));
            }

            double[] gradient = Slope(parameters => Math.Log(Softmax(Logits(parameters, observation).Logits)[action]));
            double[] entropy = Slope(parameters =>
                -Softmax(Logits(parameters, observation).Logits).Sum(p => p * Math.Log(p))
            );
            var decay = _continues ? Options.Discount * Options.TraceDecay : 0;
            for (var index = 0; index < Parameters.Length; index++)
            {
                var old = _trace.Length == 0 ? 0 : _trace[index];
                Parameters[index] += (_amount * old) + (Options.LearningRate * Options.EntropyBonus * entropy[index]);
                gradient[index] += decay * old;
            }

            _trace = gradient;
            _amount = 0;
            _features = features;
            _value = value;
            _continues = true;
        }

        public void Observe(double reward, bool terminated, bool truncated, float[] last)
        {
            if (terminated || truncated)
            {
                Learn(reward + (terminated ? 0 : Options.Discount * Valued(last).Value));
                _continues = false;
            }
            else
            {
                _pending = reward;
            }
        }

        private (double[] Features, double Value) Valued(float[] observation)
        {
            (double[] logits, double[][] hidden) = Logits(Parameters, observation);
            double[] policy = Softmax(logits);
            double[] mean =
            [
                .. Enumerable.Range(0, Units).Select(unit => policy.Zip(hidden, (part, own) => part * own[unit]).Sum()),
            ];
            double[] features = [.. observation.Select(number => (double)number), .. mean, 1];
            return (features, features.Zip(_critic, (feature, weight) => feature * weight).Sum());
        }

        private void Learn(double target)
        {
            var error = target - _value;
            var length = 1 + _features.Sum(feature => feature * feature);
            for (var index = 0; index < _critic.Length; index++)
            {
                _critic[index] += Options.CriticRate * error / length * _features[index];
            }

            _amount = Options.LearningRate * error;
            _pending = null;
        }

        private double[] Slope(Func<double[], double> function)
        {
            const double Step = 1e-6;
            var slope = new double[Parameters.Length];
            for (var index = 0; index < slope.Length; index++)
            {
                double[] more = [.. Parameters];
                double[] less = [.. Parameters];
                more[index] += Step;
                less[index] -= Step;
                slope[index] = (function(more) - function(less)) / (2 * Step);
            }

            return slope;
        }

        private static (double[] Logits, double[][] Hidden) Logits(double[] parameters, float[] observation)
        {
            var logits = new double[Actions];
            var hidden = new double[Actions][];
            for (var action = 0; action < Actions; action++)
            {
                hidden[action] = new double[Units];
                logits[action] = parameters[^(Actions - action)];
                for (var unit = 0; unit < Units; unit++)
                {
                    var drive =
                        parameters[(Inputs * Units) + unit] + parameters[((Inputs + 1 + action) * Units) + unit];
                    for (var input = 0; input < Inputs; input++)
                    {
                        drive += parameters[(input * Units) + unit] * observation[input];
                    }

                    hidden[action][unit] = Math.Tanh(drive);
                    logits[action] += Math.Log(Math.Cosh(drive));
                }
            }

            return (logits, hidden);
        }

        private static double[] Softmax(double[] logits)
        {
            double[] weights = [.. logits.Select(Math.Exp)];
            return [.. weights.Select(weight => weight / weights.Sum())];
        }
    }
}
