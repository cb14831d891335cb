using Hebb.Environments;
using Hebb.Environments.Control;
using Hebb.Tests.Numerics;

namespace Hebb.Tests.Environments;

/// <summary>The two editions of CartPole: equal but for the order of two products, and for the seeding.</summary>
public sealed class CartPoleEditionTests
{
    private const double Gravity = 9.8;
    private const double PoleMass = 0.1;
    private const double TotalMass = 0.1 + 1.0;
    private const double Length = 0.5;
    private const double PoleMoment = 0.1 * 0.5;

    public static TheoryData<string> Lines => MersenneTwisterTests.Lines;

    [Theory]
    [MemberData(nameof(Lines))]
    public void Resets_of_gym_0_10_9_start_where_gym_started(string line)
    {
        var environment = new CartPole(EnvironmentEdition.Gym0109);
        var observation = new float[4];
        environment.Reset(GoldenText.Decimal(line, "seed"), observation);
        Assert.Equal(GoldenText.Doubles(line, 1), environment.State.ToArray());
        environment.Reset(observation);
        Assert.Equal(GoldenText.Doubles(line, 2), environment.State.ToArray());
    }

    [Fact]
    public void Steps_of_gym_0_10_9_follow_its_own_formula_and_barely_differ_from_gymnasiums()
    {
        var environment = new CartPole(EnvironmentEdition.Gym0109);
        var observation = new float[4];
        var differing = 0;
        environment.Reset(1, observation);
        for (var step = 0; step < 500; step++)
        {
            var before = environment.State.ToArray();
            var action = Balance(before);
            environment.Step(action, observation);
            Assert.Equal(Gym0109Step(before, action), environment.State.ToArray());

            var gymnasium = GymnasiumStep(before, action);
            differing += gymnasium.SequenceEqual(environment.State.ToArray()) ? 0 : 1;
            for (var index = 0; index < 4; index++)
            {
                Assert.Equal(gymnasium[index], environment.State[index], 1e-12);
            }
        }

        Assert.InRange(differing, 1, 499);
    }

    [Fact]
    public void Steps_of_gymnasium_follow_its_own_formula()
    {
        var environment = new CartPole();
        var observation = new float[4];
        environment.Reset(1, observation);
        for (var step = 0; step < 500; step++)
        {
            var before = environment.State.ToArray();
            var action = Balance(before);
            environment.Step(action, observation);
            Assert.Equal(GymnasiumStep(before, action), environment.State.ToArray());
        }
    }

    [Fact]
    public void Undefined_edition_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new CartPole((EnvironmentEdition)7));

    private static int Balance(double[] state) =>
        state[2] + (0.5 * state[3]) + (0.05 * state[0]) + (0.1 * state[1]) > 0 ? 1 : 0;

    private static double[] Gym0109Step(double[] state, int action)
    {
        var (sine, cosine) = (Math.Sin(state[2]), Math.Cos(state[2]));
        var rate = state[3];
        var temp = (Push(action) + PoleMoment * rate * rate * sine) / TotalMass;
        var angular =
            (Gravity * sine - cosine * temp) / (Length * (4.0 / 3.0 - PoleMass * cosine * cosine / TotalMass));
        return Euler(state, temp - PoleMoment * angular * cosine / TotalMass, angular);
    }

    private static double[] GymnasiumStep(double[] state, int action)
    {
        var (sine, cosine) = (Math.Sin(state[2]), Math.Cos(state[2]));
        var temp = (Push(action) + PoleMoment * Square(state[3]) * sine) / TotalMass;
        var angular = (Gravity * sine - cosine * temp) / (Length * (4.0 / 3.0 - PoleMass * Square(cosine) / TotalMass));
        return Euler(state, temp - PoleMoment * angular * cosine / TotalMass, angular);
    }

    private static double Push(int action) => action == 1 ? 10.0 : -10.0;

    private static double Square(double value) => value * value;

    private static double[] Euler(double[] state, double acceleration, double angularAcceleration) =>
        [
            state[0] + 0.02 * state[1],
            state[1] + 0.02 * acceleration,
            state[2] + 0.02 * state[3],
            state[3] + 0.02 * angularAcceleration,
        ];
}
