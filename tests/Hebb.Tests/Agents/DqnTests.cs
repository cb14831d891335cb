using Hebb.Agents;
using Hebb.Environments;
using Hebb.Networks.Activations;
using Hebb.Optimizers;
using Hebb.Report.Agents;
using Hebb.Report.Shallow;
using Hebb.Tests.Networks;
using static Hebb.Tests.Agents.ScriptedEpisode;

namespace Hebb.Tests.Agents;

public sealed class DqnTests
{
    private const double Discount = 0.99;

    private static readonly float[][] Observations =
    [
        [0.25f, -0.5f, 0.125f, 0.75f],
        [0.5f, 0.25f, -0.25f, 0.5f],
        [-0.125f, 1.5f, 0.5f, -0.75f],
        [0.375f, 0.125f, 0.25f, 0.0625f],
        [0.75f, -0.25f, 0.0625f, -0.5f],
        [0.125f, 0.625f, -0.375f, 0.25f],
        [0.5f, 0.5f, 0.25f, -0.125f],
        [0.0625f, -0.75f, 0.875f, 0.375f],
    ];

    // What ended each step; one of each kind, and ordinary steps before and after.
    private static readonly StepResult[] Results =
    [
        new(1, false, false),
        new(0.5, false, false),
        new(1, Terminated: true, false),
        new(0.25, false, false),
        new(1, false, Truncated: true),
        new(0.75, false, false),
        new(1, false, false),
    ];

    [Fact]
    public void Backprop_steps_descend_the_squared_temporal_difference_to_a_target_network_copied_every_third()
    {
        var agent = new DqnBackprop<double>(4, 2, Replaying(0.01), seed: 8);
        var network = Copy(agent.Network);
        var adam = new Adam<double>(network.All.Length, 0.01);
        Follow(
            agent,
            network,
            Rectified,
            endsWithoutValue: result => result.EpisodeEnded,
            learn: (inputs, target) =>
            {
                var gradient = RandomNetworks.Derivative(
                    network,
                    () => Math.Pow(Rectified(network, inputs) - target, 2)
                );
                adam.Step(network.All, gradient.All);
            }
        );
        AssertSame(network, agent.Network, 1e-6);
    }

    [Fact]
    public void Published_steps_are_settled_two_phase_propagation_and_bootstrap_the_time_limit()
    {
        var agent = new DqnEquilibriumPropagationAsPublished<double>(
            4,
            2,
            Replaying(0.05),
            new GradientFlowOptions(),
            seed: 9
        );
        var network = Copy(agent.Network);
        Follow(
            agent,
            network,
            (parameters, inputs) =>
            {
                var units = new SettledUnits(parameters, inputs);
                units.Settle(0, 0);
                return units.Output;
            },
            endsWithoutValue: result => result.Terminated,
            learn: (inputs, target) =>
            {
                var units = new SettledUnits(network, inputs);
                units.Settle(0, 0);
                var free = units.Correlations();
                units.Settle(0.5, target);
                var nudged = units.Correlations();
                for (var index = 0; index < network.All.Length; index++)
                {
                    network.All[index] += 0.05 / 0.5 * (nudged.All[index] - free.All[index]);
                }
            }
        );
        AssertSame(network, agent.Network, 1e-10);
    }

    [Fact]
    public void Mended_steps_are_the_codes_arithmetic_written_out()
    {
        var options = new DqnOptions(LearningRate: 0.01, HiddenSize: 3, GreedyProbability: 1, TargetPeriod: 3);
        var agent = new DqnEquilibriumPropagationMended<double>(4, 2, options, new UnitAdamOptions(), seed: 9);
        var network = Copy(agent.Network);
        var targetNetwork = Copy(agent.Network);
        var own = new UnitAdam(network);
        var other = new UnitAdam(targetNetwork);
        for (var step = 0; step < Results.Length; step++)
        {
            var (now, next, result) = (Observations[step], Observations[step + 1], Results[step]);
            var action = agent.Act(now);
            agent.Observe(next, result);

            double[] values = [own.Settle(now, 0, 0, 0), own.Settle(now, 1, 0, 0)];
            Assert.Equal(values[1] > values[0] ? 1 : 0, action);
            if (step % 3 == 0)
            {
                targetNetwork.CopyFrom(network);
                other.TakeUnitsOf(own);
            }

            // As coded, an end of either kind leaves no value, but the target network settles all the same.
            var nextValue = Math.Max(other.Settle(next, 0, 0, 0), other.Settle(next, 1, 0, 0));
            var target = result.Reward + (result.EpisodeEnded ? 0 : Discount * nextValue);
            own.Settle(now, action, 0, 0);
            var free = own.Correlations(now, action);
            own.Settle(now, action, 0.5, target);
            var nudged = own.Correlations(now, action);
            for (var index = 0; index < network.All.Length; index++)
            {
                network.All[index] += 0.01 * (nudged.All[index] - free.All[index]);
            }

            Assert.NotEqual(RandomNetworks.Numbers(free), RandomNetworks.Numbers(nudged));
            AssertSame(network, agent.Network, 1e-12);
        }
    }

    // A memory of one transition holds the last one, and learning begins with the second.
    private static DqnOptions Replaying(double rate) =>
        new(rate, HiddenSize: 6, GreedyProbability: 1, TargetPeriod: 3, MemoryCapacity: 1, BatchSize: 1);

    // Plays the script and works every target out from a target network of the test's own.
    private static void Follow(
        IAgent agent,
        ShallowParameters<double> network,
        Func<ShallowParameters<double>, double[], double> value,
        Predicate<StepResult> endsWithoutValue,
        Action<double[], double> learn
    )
    {
        var target = Copy(network);
        for (var step = 0; step < Results.Length; step++)
        {
            var action = agent.Act(Observations[step]);
            Assert.Equal(Value(network, step, 1) > Value(network, step, 0) ? 1 : 0, action);
            agent.Observe(Observations[step + 1], Results[step]);
            if (step == 0)
            {
                continue;
            }

            if ((step - 1) % 3 == 0)
            {
                target.CopyFrom(network);
            }

            var next = Math.Max(Value(target, step + 1, 0), Value(target, step + 1, 1));
            learn(Inputs(step, action), Results[step].Reward + (endsWithoutValue(Results[step]) ? 0 : Discount * next));
        }

        double Value(ShallowParameters<double> parameters, int step, int action) =>
            value(parameters, Inputs(step, action));
    }

    private static double[] Inputs(int step, int action) =>
        [.. Observations[step].Select(number => (double)number), action];

    private static double Rectified(ShallowParameters<double> network, double[] inputs) =>
        Forward<RectifiedLinear>(network, inputs).Outputs[0];

    /// <summary>The published settling in plain loops: gradient flow of clamped units from zero to a tolerance.</summary>
    private sealed class SettledUnits(ShallowParameters<double> network, double[] inputs)
    {
        private readonly double[] _hidden = new double[network.HiddenSize];

        public double Output { get; private set; }

        public void Settle(double beta, double target)
        {
            for (var step = 0; step < 200; step++)
            {
                var furthest = 0.0;
                var outputDrive = network.OutputBiases[0];
                var output = Output;
                for (var unit = 0; unit < _hidden.Length; unit++)
                {
                    var drive = network.HiddenBiases[unit] + (network.OutputWeights(0)[unit] * output);
                    for (var input = 0; input < inputs.Length; input++)
                    {
                        drive += Math.Clamp(inputs[input], 0, 1) * network.InputWeights(input)[unit];
                    }

                    outputDrive += network.OutputWeights(0)[unit] * _hidden[unit];
                    var moved = Math.Clamp(_hidden[unit] + (0.5 * (drive - _hidden[unit])), 0, 1);
                    furthest = Math.Max(furthest, Math.Abs(moved - _hidden[unit]));
                    _hidden[unit] = moved;
                }

                Output = Math.Clamp(output + (0.5 * (outputDrive - output - (beta * (output - target)))), 0, 1);
                furthest = Math.Max(furthest, Math.Abs(Output - output));
                if (furthest <= 1e-3)
                {
                    return;
                }
            }
        }

        public ShallowParameters<double> Correlations()
        {
            var correlations = network.ZerosAlike();
            for (var unit = 0; unit < _hidden.Length; unit++)
            {
                for (var input = 0; input < inputs.Length; input++)
                {
                    correlations.InputWeights(input)[unit] = Math.Clamp(inputs[input], 0, 1) * _hidden[unit];
                }

                correlations.HiddenBiases[unit] = _hidden[unit];
                correlations.OutputWeights(0)[unit] = _hidden[unit] * Output;
            }

            correlations.OutputBiases[0] = Output;
            return correlations;
        }
    }

    /// <summary>The report's settling as its code has it, in plain loops: one Adam step on every unit at once.</summary>
    private sealed class UnitAdam(ShallowParameters<double> network)
    {
        private readonly double[] _units = new double[network.HiddenSize + 1];
        private readonly double[] _first = new double[network.HiddenSize + 1];
        private readonly double[] _second = new double[network.HiddenSize + 1];
        private int _steps;

        public void TakeUnitsOf(UnitAdam other) => other._units.CopyTo(_units, 0);

        public double Settle(float[] observation, int action, double beta, double target)
        {
            var hiddenSize = network.HiddenSize;
            var gradient = new double[hiddenSize + 1];
            var outputDrive = network.OutputBiases[0];
            for (var unit = 0; unit < hiddenSize; unit++)
            {
                var drive = network.HiddenBiases[unit];
                for (var input = 0; input < 5; input++)
                {
                    drive += Active(observation, action, input) * network.InputWeights(input)[unit];
                }

                drive += network.OutputWeights(0)[unit] * Clamp(_units[hiddenSize]);
                gradient[unit] = _units[unit] - (Inside(_units[unit]) * drive);
                outputDrive += network.OutputWeights(0)[unit] * Clamp(_units[unit]);
            }

            var output = _units[hiddenSize];
            gradient[hiddenSize] = output - (Inside(output) * outputDrive) + (beta * 2 * (output - target));
            _steps++;
            for (var unit = 0; unit <= hiddenSize; unit++)
            {
                _first[unit] = (0.9 * _first[unit]) + (0.1 * gradient[unit]);
                _second[unit] = (0.999 * _second[unit]) + (0.001 * gradient[unit] * gradient[unit]);
                var mean = _first[unit] / (1 - Math.Pow(0.9, _steps));
                var square = _second[unit] / (1 - Math.Pow(0.999, _steps));
                _units[unit] -= 0.1 * mean / (Math.Sqrt(square) + 1e-8);
            }

            return _units[hiddenSize];
        }

        public ShallowParameters<double> Correlations(float[] observation, int action)
        {
            var correlations = network.ZerosAlike();
            var output = Clamp(_units[network.HiddenSize]);
            for (var unit = 0; unit < network.HiddenSize; unit++)
            {
                for (var input = 0; input < 5; input++)
                {
                    correlations.InputWeights(input)[unit] = Active(observation, action, input) * Clamp(_units[unit]);
                }

                correlations.HiddenBiases[unit] = Clamp(_units[unit]);
                correlations.OutputWeights(0)[unit] = Clamp(_units[unit]) * output;
            }

            correlations.OutputBiases[0] = output;
            return correlations;
        }

        private static double Active(float[] observation, int action, int input) =>
            Clamp(input < 4 ? observation[input] : action);

        private static double Clamp(double unit) => Math.Clamp(unit, 0, 1);

        private static double Inside(double unit) => unit is >= 0 and <= 1 ? 1 : 0;
    }
}
