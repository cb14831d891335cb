using Hebb.Catalogues;
using Hebb.Environments;
using Hebb.Environments.OpenLock;
using Hebb.Environments.OpenLock.Rooms;
using Hebb.Snapshots;

namespace Hebb.Tests.Environments.OpenLock;

/// <summary>Rooms of one scenario, and after a number of trials rooms of another one.</summary>
public sealed class TransferTests
{
    [Theory]
    [InlineData(EpisodeSpan.Attempt, 1)]
    [InlineData(EpisodeSpan.Attempt, 7)]
    [InlineData(EpisodeSpan.Trial, 1)]
    [InlineData(EpisodeSpan.Trial, 7)]
    public void Rooms_change_to_the_other_scenario_exactly_after_the_trials_of_training(
        EpisodeSpan episode,
        int training
    )
    {
        OpenLockEnvironment environment = Environment("CC3", "CC4", episode, training);
        var observation = new float[16];
        for (var seed = 0UL; seed < 5; seed++)
        {
            // A seed begins the training anew.
            environment.Reset(seed, observation);
            var rooms = Rooms(environment, observation, training + 10);
            Assert.All(rooms[..training], room => Assert.Equal("CC3", room.Scenario));
            Assert.All(rooms[training..], room => Assert.Equal("CC4", room.Scenario));

            // None twice before all had their turn, of each scenario on its own.
            Assert.Equal(Math.Min(training, 6), rooms[..Math.Min(training, 6)].Distinct().Count());
            Assert.Equal(5, rooms[training..(training + 5)].Distinct().Count());
            Assert.Equal(5, rooms[(training + 5)..].Distinct().Count());
        }
    }

    [Fact]
    public void A_trial_that_is_solved_counts_as_one_that_is_not()
    {
        OpenLockEnvironment environment = Environment("CE3", "CE4", EpisodeSpan.Trial, 2);
        var observation = new float[16];
        environment.Reset(0, observation);
        foreach (Solution solution in environment.Progress.Room.Solutions)
        {
            foreach (var action in solution.Actions)
            {
                environment.Step(action, observation);
            }
        }

        Assert.True(environment.Progress.IsSolved);
        environment.Reset(observation);
        Assert.Equal("CE3", environment.Progress.Room.Scenario.Name);
        environment.Reset(observation);
        Assert.Equal("CE3", environment.Progress.Room.Scenario.Name);
        environment.Step(0, observation);
        environment.Reset(observation);
        Assert.Equal("CE4", environment.Progress.Room.Scenario.Name);
        Assert.Equal(3, environment.Progress.Room.Solutions.Length);
    }

    [Theory]
    [InlineData(EpisodeSpan.Attempt)]
    [InlineData(EpisodeSpan.Trial)]
    public void A_snapshot_goes_on_the_same_before_and_after_the_change(EpisodeSpan episode)
    {
        var observation = new float[16];
        for (var before = 0; before < 9; before++)
        {
            OpenLockEnvironment one = Environment("CC3", "CE4", episode, 4);
            OpenLockEnvironment other = Environment("CC3", "CE4", episode, 4);
            one.Reset(3, observation);
            Rooms(one, observation, before);
            one.Step(14, observation);
            other.Reset(8, observation);
            Rooms(other, observation, 8 - before);
            StateSnapshot.Of(one).RestoreTo(other);
            Assert.Equal(one.State.ToArray(), other.State.ToArray());
            Assert.Equal(Rooms(one, observation, 12), Rooms(other, observation, 12));
            Assert.Equal(one.State.ToArray(), other.State.ToArray());
        }
    }

    [Fact]
    public void Specification_and_state_have_room_for_both_scenarios()
    {
        var environment = new OpenLockEnvironment(
            new()
            {
                Scenario = Scenario.Find("CC3"),
                Transfer = Scenario.Find("CE4D"),
                TrainingTrials = 1,
                AttemptLimit = 1,
                ObservesStep = true,
                ObservesFound = true,
                Episode = EpisodeSpan.Trial,
            }
        );
        Assert.Equal("OpenLock-CC3-CE4D", environment.Specification.Name);
        Assert.Equal(4, environment.Specification.StepLimit);
        Assert.Equal([4 / 3f, 3], environment.Specification.Observations.High.Skip(16));
        var observation = new float[18];
        environment.Reset(0, observation);
        Assert.InRange(environment.State[^1], 0, 5);
        Assert.Equal(3, StepsOfEpisode());
        environment.Reset(observation);
        Assert.InRange(environment.State[^1], 6, 10);
        Assert.Equal(4, StepsOfEpisode());

        int StepsOfEpisode()
        {
            var steps = 1;
            while (!environment.Step(14, observation).EpisodeEnded)
            {
                steps++;
            }

            return steps;
        }
    }

    [Fact]
    public void What_is_not_possible_is_refused()
    {
        Refuse(new() { TrainingTrials = 0 }, "TrainingTrials: 0; from 1 to 1000000000 is needed");
        Refuse(
            new() { Transfer = Scenario.Find("CC4"), Trial = Trial.Find("1") },
            "Trial: 1; none is possible beside a transfer to CC4"
        );
        Refuse(
            new() { Transfer = Scenario.Find("CC4"), LeverEffects = [1, 1, 1] },
            "LeverEffects: 3; as many numbers as CC4 has active levers, 4, or none are needed"
        );
        _ = new OpenLockEnvironment(new() { Transfer = Scenario.Find("CC4"), LeverEffects = [1, 1, 1, 1] });

        static void Refuse(OpenLockOptions options, string message) =>
            Assert.StartsWith(
                message,
                Assert.Throws<ArgumentException>(() => new OpenLockEnvironment(options)).Message,
                StringComparison.Ordinal
            );
    }

    [Theory]
    [InlineData("OpenLock-CE3-CE4-v0", "CE3", "CE4")]
    [InlineData("OpenLock-CC3-CC4-v0", "CC3", "CC4")]
    [InlineData("OpenLock-CE3-CC4-v0", "CE3", "CC4")]
    [InlineData("OpenLock-CC3-CE4-v0", "CC3", "CE4")]
    public void Conditions_of_the_catalogue_train_for_200_rounds_of_six_rooms(
        string name,
        string training,
        string transfer
    )
    {
        const int PerTrial = 700;
        IEnvironment environment = CatalogueSet.Standard.CreateEnvironment(name);
        var observation = new float[16];
        environment.Reset(0, observation);
        Skip((1200 * PerTrial) - 1);
        Assert.Equal(3, observation[7..14].Sum());
        Assert.Contains($"{training}, trial", Words(), StringComparison.Ordinal);
        Skip(1);
        Assert.Equal(4, observation[7..14].Sum());
        Assert.Contains($"{transfer}, trial", Words(), StringComparison.Ordinal);

        void Skip(int attempts)
        {
            for (var attempt = 0; attempt < attempts; attempt++)
            {
                while (!environment.Step(14, observation).EpisodeEnded) { }

                environment.Reset(observation);
            }
        }

        string Words() =>
            string.Join(
                ' ',
                environment.Draw().Shapes.OfType<Hebb.Environments.Scenes.SceneText>().Select(text => text.Text)
            );
    }

    private static OpenLockEnvironment Environment(string training, string transfer, EpisodeSpan episode, int trials) =>
        new(
            new()
            {
                Scenario = Scenario.Find(training),
                Transfer = Scenario.Find(transfer),
                TrainingTrials = trials,
                AttemptLimit = 2,
                Episode = episode,
            }
        );

    // Plays trials to their ends, by pushing the locked door.
    private static List<(string Scenario, string Trial)> Rooms(
        OpenLockEnvironment environment,
        float[] observation,
        int trials
    )
    {
        List<(string, string)> rooms = [];
        while (rooms.Count < trials)
        {
            Room room = environment.Progress.Room;
            rooms.Add((room.Scenario.Name, room.Trial.Name));
            do
            {
                while (!environment.Step(14, observation).EpisodeEnded) { }

                if (!environment.Progress.IsOver)
                {
                    environment.Reset(observation);
                }
            } while (!environment.Progress.IsOver);

            environment.Reset(observation);
        }

        return rooms;
    }
}
