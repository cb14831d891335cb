using CsCheck;
using Hebb.Environments;
using Hebb.Environments.OpenLock;
using Hebb.Environments.OpenLock.Rooms;
using Hebb.Environments.Scenes;
using Hebb.Snapshots;

namespace Hebb.Tests.Environments.OpenLock;

public sealed class OpenLockEnvironmentTests
{
    private const int RoomSize = 16;

    [Fact]
    public void Observations_are_the_room() =>
        Gen.Select(Gen.Int[0, Scenario.All.Length - 1], Gen.ULong, Gen.Int[0, 14].Array[1, 30])
            .Sample(
                (number, seed, actions) =>
                {
                    var environment = new OpenLockEnvironment(new() { Scenario = Scenario.All[number] });
                    var observation = new float[RoomSize];
                    environment.Reset(seed, observation);
                    foreach (var action in actions)
                    {
                        RoomState expected = environment.Progress.Room.Act(environment.RoomState, action);
                        var ended = environment.Step(action, observation).EpisodeEnded;
                        Assert.Equal(expected, environment.RoomState);
                        AssertObserved(environment, observation);
                        if (ended)
                        {
                            environment.Reset(observation);
                            Assert.Equal(RoomState.Initial, environment.RoomState);
                            AssertObserved(environment, observation);
                        }
                    }
                },
                iter: 300
            );

    [Fact]
    public void An_attempt_is_an_episode_and_terminates_with_its_last_action()
    {
        foreach (Scenario scenario in Scenario.All)
        {
            var environment = new OpenLockEnvironment(new() { Scenario = scenario });
            var observation = new float[RoomSize];
            environment.Reset(5, observation);
            for (var action = 1; action < scenario.ActionsPerAttempt; action++)
            {
                Assert.False(environment.Step(14, observation).EpisodeEnded);
            }

            Assert.Equal(new StepResult(0, Terminated: true, Truncated: false), environment.Step(14, observation));
            Assert.Throws<InvalidOperationException>(() => environment.Step(14, observation));
            Assert.Equal(scenario.ActionsPerAttempt, environment.Specification.StepLimit);
        }
    }

    [Fact]
    public void A_trial_lasts_until_every_solution_is_found()
    {
        OpenLockEnvironment environment = Trial1(new());
        var observation = new float[RoomSize];
        environment.Reset(0, observation);
        Assert.Equal(60, Attempt(environment, 0, 4, 14));
        Assert.Equal(0, Attempt(environment, 0, 4, 14));
        Assert.Equal((2, 1), (environment.Progress.Attempts, environment.Progress.FoundCount));
        Assert.Equal(60, Attempt(environment, 0, 2, 14));
        Assert.True(environment.Progress.IsSolved);
        environment.Reset(observation);
        Assert.Equal((0, 0), (environment.Progress.Attempts, environment.Progress.FoundCount));
        Assert.Equal(60, Attempt(environment, 0, 4, 14));
    }

    [Fact]
    public void A_trial_ends_when_no_attempt_is_left()
    {
        OpenLockEnvironment environment = Trial1(new() { AttemptLimit = 3 });
        var observation = new float[RoomSize];
        environment.Reset(0, observation);
        Attempt(environment, 0, 4, 14);
        Attempt(environment, 1, 1, 1);

        // Given up after one action: that is an attempt too.
        environment.Reset(observation);
        Assert.Equal((2, 1), (environment.Progress.Attempts, environment.Progress.FoundCount));
        environment.Step(0, observation);
        environment.Reset(observation);
        Assert.Equal((0, 0), (environment.Progress.Attempts, environment.Progress.FoundCount));
    }

    [Fact]
    public void A_whole_trial_can_be_an_episode()
    {
        OpenLockEnvironment environment = Trial1(new() { Episode = EpisodeSpan.Trial, AttemptLimit = 4 });
        Assert.Equal(12, environment.Specification.StepLimit);
        var observation = new float[RoomSize];
        environment.Reset(0, observation);
        Assert.Equal([(0, false, false), (10, false, false), (50, false, false)], Steps(0, 4, 14));
        AssertObserved(environment, observation);
        Assert.Equal(RoomState.Initial, environment.RoomState);
        Assert.Equal([(0, false, false), (10, false, false), (50, true, false)], Steps(0, 2, 14));

        environment.Reset(observation);
        Assert.Equal(0, environment.Progress.FoundCount);
        for (var attempt = 0; attempt < 3; attempt++)
        {
            Steps(1, 1, 1);
        }

        Assert.Equal((0, false, true), Steps(1, 1, 1)[2]);

        (double, bool, bool)[] Steps(params int[] actions) =>
            [
                .. actions
                    .Select(action => environment.Step(action, observation))
                    .Select(result => (result.Reward, result.Terminated, result.Truncated)),
            ];
    }

    [Theory]
    [InlineData("CC3", "1 2 3 4 5 6")]
    [InlineData("CE4", "10 11 7 8 9")]
    [InlineData("TwoStep", "two-step-1")]
    public void Rooms_are_drawn_at_random_none_twice_before_all_had_their_turn(string scenario, string trials)
    {
        var all = trials.Split(' ');
        var orders = new HashSet<string>(StringComparer.Ordinal);
        for (var seed = 0UL; seed < 20; seed++)
        {
            var environment = new OpenLockEnvironment(new() { Scenario = Scenario.Find(scenario), AttemptLimit = 1 });
            var observation = new float[RoomSize];
            environment.Reset(seed, observation);
            for (var round = 0; round < 3; round++)
            {
                List<string> drawn = [];
                foreach (var _ in all)
                {
                    drawn.Add(environment.Progress.Room.Trial.Name);
                    while (!environment.Step(14, observation).EpisodeEnded) { }

                    environment.Reset(observation);
                }

                Assert.Equal(trials, string.Join(' ', drawn.Order(StringComparer.Ordinal)));
                orders.Add(string.Join(' ', drawn));
            }
        }

        Assert.True(all.Length == 1 || orders.Count > 30);
    }

    [Fact]
    public void Step_last_action_and_solutions_found_are_observed_where_that_is_asked_for()
    {
        OpenLockEnvironment environment = Trial1(
            new()
            {
                ObservesStep = true,
                ObservesAction = true,
                ObservesFound = true,
            }
        );
        Assert.Equal(RoomSize + 1 + 15 + 1, environment.Specification.Observations.Size);
        Assert.Equal(2, environment.Specification.Observations.High[^1]);
        var observation = new float[RoomSize + 17];
        environment.Reset(0, observation);
        Assert.Equal(new float[17], observation[RoomSize..]);
        environment.Step(0, observation);
        environment.Step(4, observation);
        Assert.Equal(2 / 3f, observation[RoomSize]);
        Assert.Equal(4, Array.IndexOf(observation[(RoomSize + 1)..^1], 1f));
        Assert.Equal(1, observation[(RoomSize + 1)..^1].Sum());
        Assert.Equal(0, observation[^1]);
        environment.Step(14, observation);
        environment.Reset(observation);
        Assert.Equal(1, observation[^1]);
        Assert.Equal(new float[16], observation[RoomSize..^1]);
    }

    [Fact]
    public void Effects_take_place_as_often_as_their_probability_says()
    {
        OpenLockEnvironment environment = Trial1(new() { LeverEffects = [0.25, 1, 1], DoorEffect = 0 });
        var observation = new float[RoomSize];
        environment.Reset(3, observation);
        const int Attempts = 2000;
        var moved = 0;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            environment.Step(0, observation);
            moved += environment.RoomState.IsPushed(LeverPosition.UpperRight) ? 1 : 0;
            environment.Step(4, observation);
            environment.Step(14, observation);
            Assert.False(environment.RoomState.IsDoorOpen);
            environment.Reset(observation);
        }

        Assert.InRange(moved, 0.2 * Attempts, 0.3 * Attempts);
    }

    [Fact]
    public void A_state_is_put_back_whole() =>
        Gen.Select(Gen.ULong, Gen.Int[0, 14].Array[0, 60], Gen.Int[0, 14].Array[1, 60], Gen.Int[0, 1])
            .Sample(
                (seed, before, after, number) =>
                {
                    var options = new OpenLockOptions
                    {
                        Scenario = Scenario.Find(number == 0 ? "CE3" : "CC4D"),
                        AttemptLimit = 3,
                        ObservesAction = true,
                        LeverEffects = number == 0 ? [] : [0.9, 0.8, 0.7, 0.6],
                    };
                    var one = new OpenLockEnvironment(options);
                    var other = new OpenLockEnvironment(options);
                    var observation = new float[one.Specification.Observations.Size];
                    one.Reset(seed, observation);
                    Play(one, before, observation);
                    StateSnapshot snapshot = StateSnapshot.Of(one);
                    other.Reset(seed + 1, observation);
                    Play(other, after, observation);
                    snapshot.RestoreTo(other);
                    Assert.Equal(one.State.ToArray(), other.State.ToArray());
                    Assert.Equal(
                        Play(one, after, observation).ToArray(),
                        Play(other, after, new float[observation.Length]).ToArray()
                    );
                },
                iter: 200
            );

    [Fact]
    public void What_is_not_possible_is_refused()
    {
        Refuse(new() { AttemptLimit = 0 }, "AttemptLimit: 0; from 1 to 100000000 is needed");
        Refuse(new() { DoorEffect = 1.5 }, "DoorEffect: 1.5");
        Refuse(
            new() { LeverEffects = [1] },
            "LeverEffects: 1; as many numbers as CC3 has active levers, 3, or none are needed"
        );
        Refuse(new() { LeverEffects = [1, double.NaN, 1] }, "LeverEffects: NaN");
        Refuse(new() { Rewards = new() { SolutionMultiplier = -1 } }, "SolutionMultiplier: -1");
        Refuse(new() { Trial = Trial.Find("7") }, "Trial: 7; CC3 needs 3 active levers, as in 1, 2, 3");

        static void Refuse(OpenLockOptions options, string message) =>
            Assert.Contains(
                message,
                Assert.Throws<ArgumentException>(() => new OpenLockEnvironment(options)).Message,
                StringComparison.Ordinal
            );
    }

    [Fact]
    public void Levers_are_drawn_where_they_stand_nearer_to_the_middle_when_they_are_pulled()
    {
        OpenLockEnvironment environment = Trial1(new());
        var observation = new float[RoomSize];
        environment.Reset(0, observation);
        var pulled = Bars(environment.Draw());
        Assert.Equal(3, pulled.Length);
        environment.Step(0, observation);
        var pushed = Bars(environment.Draw());
        Assert.Equal(Math.Sqrt(242), pushed.Max(), 0.01);
        Assert.Equal(Math.Sqrt(242) - 2, pulled.Max(), 0.01);
        Assert.Equal(2, pushed.Max() - pulled.Max(), 1e-9);

        // The distances of the grey bars from the middle.
        static double[] Bars(Scene scene) =>
            [
                .. scene
                    .Shapes.OfType<SceneSegment>()
                    .Where(segment => segment.Color == SceneColor.Fill)
                    .Select(bar => double.Hypot(bar.From.X + bar.To.X, bar.From.Y + bar.To.Y) / 2),
            ];
    }

    [Fact]
    public void The_lock_is_drawn_while_the_door_is_locked_and_the_open_door_is_the_goal()
    {
        OpenLockEnvironment environment = Trial1(new());
        var observation = new float[RoomSize];
        environment.Reset(0, observation);
        Assert.Equal((true, false), Drawn());
        environment.Step(0, observation);
        Assert.Equal((true, false), Drawn());
        environment.Step(4, observation);
        Assert.Equal((false, false), Drawn());
        environment.Step(14, observation);
        Assert.Equal((false, true), Drawn());

        (bool IsLocked, bool IsOpen) Drawn()
        {
            Scene scene = environment.Draw();
            SceneSegment[] doors = [.. scene.Shapes.OfType<SceneSegment>().Where(shape => shape.Width == 1)];
            SceneSegment door = Assert.Single(doors);
            return (
                scene.Shapes.OfType<SceneDisc>().Any(disc => disc is { Color: SceneColor.Ink, Radius: > 1 }),
                door.Color == SceneColor.Goal && door.To.X > 20
            );
        }
    }

    private static OpenLockEnvironment Trial1(OpenLockOptions options) => new(options with { Trial = Trial.Find("1") });

    private static double Attempt(OpenLockEnvironment environment, params int[] actions)
    {
        var observation = new float[RoomSize];
        if (environment.Progress.ActionsTaken == 0)
        {
            environment.Reset(observation);
        }

        return actions.Select(action => environment.Step(action, observation).Reward).ToArray().Sum();
    }

    private static List<double> Play(OpenLockEnvironment environment, int[] actions, float[] observation)
    {
        List<double> seen = [];
        foreach (var action in actions)
        {
            StepResult result = environment.Step(action, observation);
            seen.AddRange([result.Reward, .. observation.Select(number => (double)number), .. environment.State]);
            if (result.EpisodeEnded)
            {
                environment.Reset(observation);
            }
        }

        return seen;
    }

    private static void AssertObserved(OpenLockEnvironment environment, float[] observation)
    {
        Room room = environment.Progress.Room;
        foreach (LeverPosition position in Enum.GetValues<LeverPosition>())
        {
            var isThere = ((room.Present >> (int)position) & 1) != 0;
            var isPulled = isThere && !environment.RoomState.IsPushed(position);
            Assert.Equal(isPulled ? 1 : 0, observation[(int)position]);
            Assert.Equal((room.Active >> (int)position) & 1, observation[7 + (int)position]);
        }

        Assert.Equal(environment.RoomState.IsDoorLocked ? 1 : 0, observation[14]);
        Assert.Equal(environment.RoomState.IsDoorOpen ? 1 : 0, observation[15]);
        Assert.Equal(observation.Select(number => (double)number), environment.State[..RoomSize].ToArray());
    }
}
