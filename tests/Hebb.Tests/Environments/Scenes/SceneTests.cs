using CsCheck;
using Hebb.Catalogues;
using Hebb.Environments;
using Hebb.Environments.Control;
using Hebb.Environments.Scenes;

namespace Hebb.Tests.Environments.Scenes;

/// <summary>What every environment of the catalogue draws: where things are follows from its state.</summary>
public sealed class SceneTests
{
    private const double Rounding = 1e-9;

    private static readonly Gen<(ulong Seed, int[] Actions)> Played = Gen.Select(
        Gen.ULong,
        Gen.Int[0, 5].Array[0, 120]
    );

    [Fact]
    public void The_pole_stands_on_the_cart_at_its_angle() =>
        Played.Sample(
            (seed, actions) =>
            {
                var environment = new CartPole();
                var ended = Play(environment, seed, actions);
                Scene scene = environment.Draw();
                var (position, angle) = (environment.State[0], environment.State[2]);
                SceneSegment pole = scene.Shapes.OfType<SceneSegment>().Last();
                SceneRectangle cart = Assert.Single(scene.Shapes.OfType<SceneRectangle>());
                Assert.Equal(position, pole.From.X, Rounding);
                Assert.Equal(position, cart.Left + (cart.Width / 2), Rounding);
                Assert.Equal(cart.Bottom + cart.Height, pole.From.Y, Rounding);

                // The pole is twice as long as the half length of the equations of motion.
                Assert.Equal(position + Math.Sin(angle), pole.To.X, Rounding);
                Assert.Equal(pole.From.Y + Math.Cos(angle), pole.To.Y, Rounding);
                Assert.Equal(ended ? SceneColor.Warning : SceneColor.Accent, pole.Color);
                AssertInside(scene, pole.From, pole.To);
            },
            iter: 200
        );

    [Fact]
    public void The_links_hang_on_each_other_at_their_angles() =>
        Played.Sample(
            (seed, actions) =>
            {
                var environment = new Acrobot();
                var ended = Play(environment, seed, actions);
                Scene scene = environment.Draw();
                var (first, both) = (environment.State[0], environment.State[0] + environment.State[1]);
                SceneSegment[] links = [.. scene.Shapes.OfType<SceneSegment>().TakeLast(2)];
                Assert.Equal(new ScenePoint(0, 0), links[0].From);
                Assert.Equal(Math.Sin(first), links[0].To.X, Rounding);
                Assert.Equal(-Math.Cos(first), links[0].To.Y, Rounding);
                Assert.Equal(links[0].To, links[1].From);
                Assert.Equal(links[0].To.X + Math.Sin(both), links[1].To.X, Rounding);
                Assert.Equal(links[0].To.Y - Math.Cos(both), links[1].To.Y, Rounding);
                Assert.Equal(ended ? SceneColor.Goal : SceneColor.Accent, links[1].Color);
                AssertInside(scene, links[0].To, links[1].To);
            },
            iter: 200
        );

    [Fact]
    public void The_car_stands_on_the_hill() =>
        Gen.Double[-1.2, 0.6]
            .Sample(position =>
            {
                Scene scene = MountainCarScene.Draw(position, goal: 0.5);
                SceneDisc[] wheels = [.. scene.Shapes.OfType<SceneDisc>().Where(disc => disc.Color == SceneColor.Ink)];
                Assert.Equal(2, wheels.Length);
                Assert.True(wheels[0].Centre.X < position && position < wheels[1].Centre.X);
                Assert.All(
                    wheels,
                    wheel => Assert.InRange(DistanceToHill(wheel.Centre), 0.7 * wheel.Radius, 1.3 * wheel.Radius)
                );
                AssertInside(scene, [.. wheels.Select(wheel => wheel.Centre)]);
            });

    [Fact]
    public void The_flag_stands_where_the_episode_ends()
    {
        var environment = new MountainCar();
        environment.Reset(0, new float[2]);
        SceneSegment pole = Assert.Single(environment.Draw().Shapes.OfType<SceneSegment>());
        Assert.Equal(0.5, pole.From.X);
        Assert.Equal((Math.Sin(1.5) * 0.45) + 0.55, pole.From.Y, Rounding);
    }

    [Theory]
    [MemberData(nameof(EnvironmentContractTests.Environments), MemberType = typeof(EnvironmentContractTests))]
    public void Drawing_changes_nothing(string name, EnvironmentEdition edition)
    {
        IEnvironment drawn = CatalogueSet.Standard.CreateEnvironment(name, edition);
        IEnvironment other = CatalogueSet.Standard.CreateEnvironment(name, edition);
        var observation = new float[drawn.Specification.Observations.Size];
        drawn.Reset(7, observation);
        other.Reset(7, observation);
        for (var step = 0; step < 300; step++)
        {
            drawn.Draw();
            if (drawn.Step(step % 2, observation).EpisodeEnded)
            {
                drawn.Draw();
                drawn.Reset(observation);
            }

            if (other.Step(step % 2, observation).EpisodeEnded)
            {
                other.Reset(observation);
            }

            Assert.Equal(other.State.ToArray(), drawn.State.ToArray());
        }
    }

    [Theory]
    [MemberData(nameof(EnvironmentContractTests.Environments), MemberType = typeof(EnvironmentContractTests))]
    public void Drawing_before_the_first_seeded_reset_is_refused(string name, EnvironmentEdition edition) =>
        Assert.Throws<InvalidOperationException>(() => CatalogueSet.Standard.CreateEnvironment(name, edition).Draw());

    [Fact]
    public void The_time_that_has_gone_by_is_a_bar_below()
    {
        const int Limit = 10;
        var bare = new CartPole();
        var environment = new TimeLimit<CartPole>(bare, Limit);
        environment.Reset(3, new float[4]);
        for (var step = 0; step < Limit; step++)
        {
            Scene scene = environment.Draw();
            Scene within = bare.Draw();
            SceneSegment[] bars =
            [
                .. scene.Shapes.OfType<SceneSegment>().Where(segment => segment.From.Y < within.Bottom),
            ];
            Assert.Equal(step == 0 ? 1 : 2, bars.Length);
            Assert.Equal((double)step / Limit, step == 0 ? 0 : Length(bars[1]) / Length(bars[0]), Rounding);
            Assert.Equal(within.Top, scene.Top, Rounding);
            AssertInside(scene, bars[0].From, bars[0].To);
            environment.Step(step % 2, new float[4]);
        }

        static double Length(SceneSegment bar) => bar.To.X - bar.From.X;
    }

    [Fact]
    public void Scaled_observations_look_the_same()
    {
        var bare = new MountainCar();
        var scaled = new ScaledObservations<MountainCar>(bare, new ObservationScaling([-0.3f, 0], [0.9f, 0.07f]));
        scaled.Reset(1, new float[2]);
        Assert.Equal(bare.Draw().Shapes.Length, scaled.Draw().Shapes.Length);
    }

    [Fact]
    public void Episodes_are_watched_at_the_pace_of_their_environment()
    {
        Assert.Equal(50, CatalogueSet.Standard.Environments.Find("CartPole-v1").Specification.StepsPerSecond);
        Assert.All(
            CatalogueSet.Standard.Environments,
            entry => Assert.InRange(entry.Specification.StepsPerSecond, 2, 60)
        );
    }

    private static bool Play(IEnvironment environment, ulong seed, int[] actions)
    {
        var observation = new float[environment.Specification.Observations.Size];
        environment.Reset(seed, observation);
        foreach (var action in actions)
        {
            if (environment.Step(action % environment.Specification.Actions.Count, observation).EpisodeEnded)
            {
                return true;
            }
        }

        return false;
    }

    private static double DistanceToHill(ScenePoint point) =>
        Enumerable
            .Range(-1000, 2001)
            .Select(step => point.X + (step * 1e-4))
            .Min(x => double.Hypot(x - point.X, (Math.Sin(3 * x) * 0.45) + 0.55 - point.Y));

    private static void AssertInside(Scene scene, params ScenePoint[] points) =>
        Assert.All(
            points,
            point =>
            {
                Assert.InRange(point.X, scene.Left, scene.Right);
                Assert.InRange(point.Y, scene.Bottom, scene.Top);
            }
        );
}
