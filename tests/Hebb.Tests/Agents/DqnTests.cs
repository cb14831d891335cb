using Hebb.Agents.Report;
using Hebb.Environments;
using Hebb.Networks;
using Hebb.Optimizers;
using Hebb.Tests.Networks;
using static Hebb.Tests.Agents.ScriptedEpisode;

namespace Hebb.Tests.Agents;

public sealed class DqnTests
{
    private static readonly float[] First = [0.25f, -0.5f, 0.125f, 0.75f];
    private static readonly float[] Second = [0.5f, 0.25f, -0.25f, 0.5f];
    private static readonly float[] Third = [-0.125f, 1.5f, 0.5f, -0.75f];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Backprop_step_descends_the_squared_temporal_difference(bool end)
    {
        // A memory of one transition holds the last, and learning begins with the second.
        var options = new DqnOptions(LearningRate: 0.01, HiddenSize: 6, MemoryCapacity: 1, BatchSize: 1);
        var agent = new DqnBackprop<double>(4, 2, options, seed: 8);
        var expected = Copy(agent.Network);
        agent.Act(First);
        agent.Observe(Second, new StepResult(1, Terminated: false, Truncated: false));
        Assert.Equal(RandomNetworks.Numbers(expected), RandomNetworks.Numbers(agent.Network));

        var action = agent.Act(Second);
        agent.Observe(Third, new StepResult(1, Terminated: false, Truncated: end));

        var next = Math.Max(Value(expected, Third, 0), Value(expected, Third, 1));
        var target = 1 + (end ? 0 : 0.99 * next);
        var gradient = RandomNetworks.Derivative(expected, () => Math.Pow(Value(expected, Second, action) - target, 2));
        new Adam<double>(expected.All.Length, 0.01).Step(expected.All, gradient.All);
        AssertSame(expected, agent.Network, 1e-6);
    }

    [Fact]
    public void Mended_step_is_the_codes_arithmetic_written_out()
    {
        var options = new DqnOptions(LearningRate: 0.01, HiddenSize: 3, GreedyProbability: 1);
        var agent = new DqnEquilibriumPropagationMended<double>(4, 2, options, new UnitAdamOptions(), seed: 9);
        var network = Copy(agent.Network);
        var own = new UnitAdam(network);

        var action = agent.Act(First);
        agent.Observe(Second, new StepResult(1, Terminated: false, Truncated: false));

        var values = new[] { own.Settle(First, 0, 0, 0), own.Settle(First, 1, 0, 0) };
        Assert.Equal(values[1] > values[0] ? 1 : 0, action);

        var other = own.WithFreshMoments();
        var target = 1 + (0.99 * Math.Max(other.Settle(Second, 0, 0, 0), other.Settle(Second, 1, 0, 0)));
        own.Settle(First, action, 0, 0);
        var free = own.Correlations(First, action);
        own.Settle(First, action, 0.5, target);
        var nudged = own.Correlations(First, action);
        for (var index = 0; index < network.All.Length; index++)
        {
            network.All[index] += 0.01 * (nudged.All[index] - free.All[index]);
        }

        AssertSame(network, agent.Network, 1e-12);
        Assert.NotEqual(RandomNetworks.Numbers(free), RandomNetworks.Numbers(nudged));
    }

    private static double Value(ShallowParameters<double> network, float[] observation, int action) =>
        Forward<RectifiedLinear>(network, [.. observation.Select(number => (double)number), action]).Outputs[0];

    /// <summary>The report's settling as its code has it, in plain loops: one Adam step on every unit at once.</summary>
    private sealed class UnitAdam(ShallowParameters<double> network)
    {
        private readonly double[] _units = new double[network.HiddenSize + 1];
        private readonly double[] _first = new double[network.HiddenSize + 1];
        private readonly double[] _second = new double[network.HiddenSize + 1];
        private int _steps;

        public UnitAdam WithFreshMoments()
        {
            var copy = new UnitAdam(network);
            _units.CopyTo(copy._units, 0);
            return copy;
        }

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
