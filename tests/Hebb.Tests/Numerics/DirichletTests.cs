using Hebb.Numerics;
using Hebb.Numerics.Statistics;

namespace Hebb.Tests.Numerics;

public sealed class DirichletTests
{
    // Means are a_i / A, variances a_i (A - a_i) / (A^2 (A + 1)).
    [Theory]
    [InlineData(1.0, 1.0)]
    [InlineData(0.3, 2.5)]
    [InlineData(21.0, 1.0)]
    [InlineData(0.05, 0.05)]
    public void Means_and_variances_are_those_of_the_distribution(double first, double second)
    {
        const int Draws = 200_000;
        double[] concentrations = [first, second, 4];
        var probabilities = new double[3];
        var random = new Pcg64(17);
        double[] sums = [0, 0, 0];
        double[] squares = [0, 0, 0];
        for (var draw = 0; draw < Draws; draw++)
        {
            Dirichlet.Draw(random, concentrations, probabilities);
            Assert.Equal(1, probabilities.Sum(), 12);
            for (var outcome = 0; outcome < 3; outcome++)
            {
                sums[outcome] += probabilities[outcome];
                squares[outcome] += probabilities[outcome] * probabilities[outcome];
            }
        }

        var total = concentrations.Sum();
        for (var outcome = 0; outcome < 3; outcome++)
        {
            var mean = sums[outcome] / Draws;
            var variance = (squares[outcome] / Draws) - (mean * mean);
            Assert.Equal(concentrations[outcome] / total, mean, 0.003);
            Assert.Equal(
                concentrations[outcome] * (total - concentrations[outcome]) / (total * total * (total + 1)),
                variance,
                0.002
            );
        }
    }

    [Fact]
    public void What_is_no_distribution_is_refused()
    {
        var random = new Pcg64(1);
        Assert.Throws<ArgumentException>(() => Dirichlet.Draw(random, [1, 0], new double[2]));
        Assert.Throws<ArgumentException>(() => Dirichlet.Draw(random, [1, double.NaN], new double[2]));
        Assert.Throws<ArgumentException>(() => Dirichlet.Draw(random, [1, 2], new double[3]));
        Assert.Throws<ArgumentException>(() => Dirichlet.Draw(random, [], []));
    }
}
