using Hebb.Agents;
using Hebb.Agents.OpenLock;
using Hebb.Environments.OpenLock;
using Hebb.Environments.OpenLock.Rooms;
using Hebb.Lab.Configurations.Files;
using Hebb.Lab.Runs;
using Hebb.Numerics;

namespace Hebb.Lab.Studies.Rooms;

/// <summary>Runs that differ by their seeds alone.</summary>
/// <param name="Steps">The steps of a training that ends after steps.</param>
public sealed record RoomsGroup(RoomTraining Training, RoomPlayer Learner, long Steps)
{
    /// <summary>Its name in progress.</summary>
    public string Name => $"{Training.Name} {Learner.Name}";

    /// <summary>What an agent plays.</summary>
    public AgentPlan Plan()
    {
        List<(string Path, JsonNode? Value)> settings =
        [
            .. Training.Options.Select(option =>
                ($"environment.options.{option.Path}", (JsonNode?)option.Value.DeepClone())
            ),
            Training.Rooms is { } rooms ? ("budget.episodes", rooms) : ("budget.steps", Steps),
            ("evaluation.episodes", 0),
        ];
        if (Training.Rooms is not null)
        {
            // How many steps so many rooms take is not known beforehand.
            settings.Add(("agent.annealingSteps", 0));
        }

        settings.AddRange(Learner.Settings.Select(setting => (setting.Path, setting.Value?.DeepClone())));
        return AgentPlan.Of(ExperimentFile.Of(Learner.Agent, Training.Environment, settings).AgentConfiguration);
    }

    /// <summary>Plays a training and its tests by a learner that plays trial by trial, and goes on learning in the tests.</summary>
    /// <returns>The mean attempts of each test, every official room once, and the part of trials solved.</returns>
    public ImmutableArray<(double Attempts, double Solved)> Play(ulong seed, CancellationToken cancellation)
    {
        var results = ImmutableArray.CreateBuilder<(double, double)>();
        foreach (RoomTest test in Training.Tests)
        {
            IRoomLearner learner = Learner.Create!(seed);
            var random = new Pcg64(RandomStreams.Environments(seed));
            RoomSequence training = Training.Draw();
            for (var room = 0; room < Training.Rooms && Learner.CountsRooms; room++)
            {
                cancellation.ThrowIfCancellationRequested();
                learner.Play(training.Draw(random), RoomTest.AttemptLimit);
            }

            (double attempts, double solved, var trials) = (0, 0, 0);
            foreach (Trial trial in Trial.DrawnFor(Scenario.Find(test.Name)))
            {
                cancellation.ThrowIfCancellationRequested();
                TrialProgress progress = learner.Play(new Room(Scenario.Find(test.Name), trial), RoomTest.AttemptLimit);
                attempts += progress.Attempts;
                solved += progress.IsSolved ? 1 : 0;
                trials++;
            }

            results.Add((attempts / trials, solved / trials));
        }

        return results.ToImmutable();
    }
}
