using System.Globalization;
using Hebb.Environments.OpenLock;
using Hebb.Environments.OpenLock.Rooms;

namespace Hebb.Tests.Environments.OpenLock;

/// <summary>The rewards of eight attempts in one trial of CC3, by every mode and rule of the recorded table, and more by hand.</summary>
public sealed class RewardSchemeTests
{
    private const RewardRule Current = RewardRule.Current2020;
    private const RewardRule Legacy = RewardRule.Legacy2018;

    // l0, l1, door; the same; l0, inactive, l2; l1, l1, inactive; l0, l1, inactive; l0, l1, l2; l0, l2, door; the same.
    private static readonly string[][] Attempts =
    [
        ["l0", "l1", "door"],
        ["l0", "l1", "door"],
        ["l0", "inactive", "l2"],
        ["l1", "l1", "inactive"],
        ["l0", "l1", "inactive"],
        ["l0", "l1", "l2"],
        ["l0", "l2", "door"],
        ["l0", "l2", "door"],
    ];

    public static TheoryData<RewardMode, RewardRule, string> Table =>
        new()
        {
            { RewardMode.Basic, Current, "0,10,50 0,10,50 0,0,0 0,0,0 0,10,0 0,10,0 0,10,50 0,10,50" },
            { RewardMode.Basic, Legacy, "0,10,50 0,10,50 0,0,10 0,0,0 0,10,10 0,10,10 0,10,50 0,10,50" },
            { RewardMode.ChangeState, Current, ".5,10,50 .5,10,50 .5,0,.5 0,0,0 .5,10,0 .5,10,.5 .5,10,50 .5,10,50" },
            { RewardMode.UniqueSolutions, Current, "0,10,50 0,0,0 0,0,0 0,0,0 0,0,0 0,0,0 0,10,50 0,0,0" },
            { RewardMode.UniqueSolutions, Legacy, "0,10,50 0,0,0 0,0,0 0,0,0 0,0,0 0,0,0 0,10,50 0,0,0" },
            {
                RewardMode.ChangeStateUniqueSolutions,
                Current,
                ".5,10,50 .5,.5,.5 .5,0,.5 0,0,0 .5,.5,0 .5,.5,.5 .5,10,50 .5,.5,.5"
            },
            {
                RewardMode.ChangeStateUniqueSolutions,
                Legacy,
                ".5,10,50 .5,.5,.5 .5,0,.5 0,0,0 .5,.5,0 .5,.5,.5 .5,10,50 .5,.5,.5"
            },
            {
                RewardMode.NegativeImmovable,
                Current,
                "0,10,50 0,10,50 0,-.5,0 -.5,-.5,-.5 0,10,-.5 0,10,0 0,10,50 0,10,50"
            },
            {
                RewardMode.NegativeImmovable,
                Legacy,
                "0,10,50 0,10,50 0,-.5,10 0,0,-.5 0,10,10 0,10,10 0,10,50 0,10,50"
            },
            {
                RewardMode.NegativeImmovableUniqueSolutions,
                Current,
                "0,10,50 0,0,0 0,-.5,0 -.5,-.5,-.5 0,0,-.5 0,0,0 0,10,50 0,0,0"
            },
            {
                RewardMode.NegativeImmovablePartialSequence,
                Current,
                "1,10,50 1,10,50 1,-.5,0 -.5,-.5,-.5 1,10,-.5 1,10,0 1,10,50 1,10,50"
            },
            {
                RewardMode.NegativeImmovableNegativeRepeat,
                Current,
                "0,10,50 0,10,50 0,-.5,0 -.5,-.25,-.5 0,10,-.5 0,10,0 0,10,50 0,10,50"
            },
            {
                RewardMode.NegativeImmovableSolutionMultiplier,
                Legacy,
                "0,10,50 0,10,50 0,-.5,10 0,0,-.5 0,10,10 0,10,10 0,15,75 0,10,50"
            },
            // By hand, from the clauses: the table has no rows of these.
            {
                RewardMode.NegativeImmovableSolutionMultiplier,
                Current,
                "0,10,50 0,10,50 0,-.5,0 -.5,-.5,-.5 0,10,-.5 0,10,0 0,15,75 0,10,50"
            },
            {
                RewardMode.NegativeImmovablePartialSequenceSolutionMultiplier,
                Current,
                "1,10,50 1,10,50 1,-.5,0 -.5,-.5,-.5 1,10,-.5 1,10,0 1,15,75 1,10,50"
            },
            {
                RewardMode.NegativeImmovablePartialSequenceSolutionMultiplierDoorSequence,
                Current,
                "1,10,50 1,10,50 1,-.5,-.5 -.5,-.5,-.5 1,10,-.5 1,10,-.5 1,15,75 1,10,50"
            },
            {
                RewardMode.NegativeImmovablePartialSequenceSolutionMultiplierDoorSequence,
                Legacy,
                "1,10,50 1,10,50 1,-.5,10 0,0,-.5 1,10,10 1,10,10 1,15,75 1,10,50"
            },
            {
                RewardMode.NegativeChangeStatePartialSequenceSolutionMultiplier,
                Legacy,
                "1,10,50 1,10,50 1,-.5,10 -.5,-.5,-.5 1,10,10 1,10,10 1,15,75 1,10,50"
            },
        };

    [Theory]
    [MemberData(nameof(Table))]
    public void Attempts_are_rewarded_as_recorded(RewardMode mode, RewardRule rule, string rewards)
    {
        foreach (Trial trial in Trial.DrawnFor(Scenario.Find("CC3")))
        {
            Assert.Equal(rewards, Rewards(trial, new RewardScheme { Mode = mode, Rule = rule }));
        }
    }

    [Fact]
    public void An_attempt_that_ends_with_the_door_is_paid_where_that_is_rewarded()
    {
        var options = new OpenLockOptions
        {
            Trial = Trial.Find("1"),
            Rewards = new RewardScheme
            {
                Mode = RewardMode.NegativeImmovablePartialSequenceSolutionMultiplierDoorSequence,
                Rule = Legacy,
            },
        };
        var environment = new OpenLockEnvironment(options);
        var observation = new float[16];
        environment.Reset(0, observation);
        double[] rewards = [.. ((int[])[4, 4, 14]).Select(action => environment.Step(action, observation).Reward)];
        Assert.Equal([0, 0, 0.5], rewards);
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(1.5, 15)]
    [InlineData(10, 100)]
    public void The_multiplier_is_a_setting_and_never_below_one(double multiplier, double reward)
    {
        var scheme = new RewardScheme
        {
            Mode = RewardMode.NegativeImmovableSolutionMultiplier,
            SolutionMultiplier = multiplier,
        };
        var facts = new ActionFacts(
            IsUnlocked: true,
            PushesDoor: false,
            IsPartial: true,
            IsUnique: true,
            IsChange: true,
            IsRepeated: false,
            IsOnInactive: false,
            IsLast: false,
            Found: 1
        );
        Assert.Equal(reward, scheme.Of(facts));
        Assert.Equal(10, scheme.Of(facts with { IsUnique = false }));
        Assert.Equal(10, scheme.Of(facts with { Found = 0 }));
    }

    // Past the last solution, where an environment would begin another trial.
    private static string Rewards(Trial trial, RewardScheme scheme)
    {
        var room = new Room(Scenario.Find("CC3"), trial);
        var progress = new TrialProgress(attemptLimit: 30);
        progress.Begin(room);
        List<string> texts = [];
        foreach (var attempt in Attempts)
        {
            RoomState state = RoomState.Initial;
            List<string> rewards = [];
            foreach (var name in attempt)
            {
                var action = Action(trial, name);
                RoomState next = room.Act(state, action);
                progress.Take(action);
                var reward = scheme.Of(ActionFacts.Of(progress, state, next));
                rewards.Add(reward.ToString("#.##;-#.##;0", CultureInfo.InvariantCulture));
                state = next;
            }

            progress.EndAttempt();
            texts.Add(string.Join(',', rewards));
        }

        return string.Join(' ', texts);
    }

    private static int Action(Trial trial, string name) =>
        name switch
        {
            "door" => RoomAction.PushDoor,
            "inactive" => RoomAction.Push(trial.Inactive[0]),
            _ => RoomAction.Push(trial.Levers[name[1] - '0']),
        };
}
