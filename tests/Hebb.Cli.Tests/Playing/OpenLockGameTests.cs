using CsCheck;
using Hebb.Cli.Playing;
using Hebb.Environments.OpenLock.Rooms;

namespace Hebb.Cli.Tests.Playing;

public sealed class OpenLockGameTests
{
    [Fact]
    public void A_new_solution_is_told_and_a_repeated_one_is_not()
    {
        OpenLockGame game = Game("CC3", "1", attempts: 30);
        Assert.Equal("push 1: lever 1 is pushed now.", game.Act(0));
        Assert.Equal("push 5: lever 5 is pushed now, the door is unlocked.", game.Act(4));
        Assert.Equal(
            "push the door: the door is open. A new solution! 1 solution to find.",
            game.Act(RoomAction.PushDoor)
        );
        Assert.True(game.State.IsDoorOpen);
        Assert.Equal("push the door: the door is open. 1 solution to find.", Told(game, 0, 4, 14));
        Assert.Equal("push 4: nothing changes. 1 solution to find.", Told(game, 3, 3, 3));
        Assert.Equal("push the door: the door is open. A new solution! 0 solutions to find.", Told(game, 0, 2, 14));
        Assert.True(game.IsOver);
        Assert.Equal("Every solution was found, in 4 attempts.", game.Ending().First());
        Assert.Throws<InvalidOperationException>(() => game.Act(0));
    }

    [Fact]
    public void The_room_is_explained_at_the_end()
    {
        OpenLockGame game = Game("CE3", "2", attempts: 1);
        Told(game, 5, 3, 14);
        const string Expected = """
            No attempt is left: 1 of 2 solutions found in 1 attempt.
            The room was CE3, trial 2: common effect: any of the others frees one lever, and that one unlocks the door.
            While lever 2 or 6 is pushed, lever 4 can be moved.
            While lever 4 is pushed, the door is unlocked.
            White levers never move: 1, 3, 5, 7.
            Solutions:
              push 2, push 4, push the door: not found
              push 6, push 4, push the door: found
            """;
        Assert.Equal(Expected.ReplaceLineEndings("\n"), string.Join('\n', game.Ending()));
    }

    [Fact]
    public void Attempts_are_numbered_from_one_and_the_room_is_seen_until_the_next_action()
    {
        OpenLockGame game = Game("CC4", "7", attempts: 3);
        Assert.Equal(1, game.Attempt);
        Told(game, 4, 2, 14);
        Assert.Equal((1, true, true), (game.Attempt, game.AttemptEnded, game.State.IsDoorOpen));
        game.Act(14);
        Assert.Equal((2, false), (game.Attempt, game.AttemptEnded));
        Assert.Equal(RoomState.Initial, game.State);
        Assert.Equal([14], game.Actions);
    }

    [Fact]
    public void Every_room_can_be_played_by_what_its_end_says() =>
        Gen.Int[0, Scenario.All.Length - 1]
            .Sample(
                number =>
                {
                    foreach (Trial trial in Trial.Of(Scenario.All[number]))
                    {
                        var game = new OpenLockGame(new Room(Scenario.All[number], trial), 30);
                        foreach (Solution solution in game.Progress.Room.Solutions)
                        {
                            Told(game, [.. solution.Actions.Select(action => Math.Max(action, 0))]);
                        }

                        Assert.True(game.Progress.IsSolved);
                        Assert.All(
                            game.Ending(),
                            line => Assert.DoesNotContain("not found", line, StringComparison.Ordinal)
                        );
                    }
                },
                iter: 30
            );

    [Fact]
    public void Every_action_has_a_key_and_the_drawn_labels_name_it()
    {
        const string Keys = "1234567zxcvbnmd";
        Assert.Equal(Enumerable.Range(0, RoomAction.Count), Keys.Select(key => RoomKeys.ActionOf($"{key}")!.Value));
        Assert.Equal(RoomAction.Pull(LeverPosition.UpperLeft), RoomKeys.ActionOf("#"));
        Assert.Equal(RoomAction.Pull(LeverPosition.UpperLeft), RoomKeys.ActionOf("C"));
        Assert.Equal("3 c", RoomKeys.Labels[(int)LeverPosition.UpperLeft]);
        Assert.Equal("d", RoomKeys.Labels[^1]);
        Assert.All(["", "8", "0", "11", "q", "\0"], typed => Assert.Null(RoomKeys.ActionOf(typed)));
        Assert.True(RoomKeys.IsQuit("Q"));
        Assert.False(RoomKeys.IsQuit("d"));
    }

    private static OpenLockGame Game(string scenario, string trial, int attempts) =>
        new(new Room(Scenario.Find(scenario), Trial.Find(trial)), attempts);

    private static string Told(OpenLockGame game, params int[] actions) => actions.Select(game.Act).ToArray()[^1];
}
