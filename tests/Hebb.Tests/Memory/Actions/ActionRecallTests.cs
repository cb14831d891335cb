using Hebb.Memory.Actions;
using Hebb.Snapshots;

namespace Hebb.Tests.Memory.Actions;

/// <summary>What is recalled of actions.</summary>
public sealed class ActionRecallTests
{
    [Fact]
    public void Nothing_is_recalled_at_first_and_after_a_beginning()
    {
        var recall = new ActionRecall(3);
        Assert.All(Read(recall, 1), number => Assert.Equal(0, number));
        recall.Write(1, changed: true, succeeded: true);
        recall.Begin();
        Assert.All(Read(recall, 1), number => Assert.Equal(0, number));
    }

    [Fact]
    public void An_action_is_recalled_as_the_first_and_as_a_later_one_of_an_attempt()
    {
        var recall = new ActionRecall(3);
        recall.Write(1, changed: true, succeeded: false);
        recall.Write(2, changed: false, succeeded: false);
        recall.BeginAttempt();

        // First: it changed something. No context yet: nothing effective was done.
        Assert.Equal([1, 0, 0, 0, 0, 0, 1, 0, 0], Read(recall, 1));
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0, 0], Read(recall, 2));
        recall.Write(1, changed: true, succeeded: false);

        // Later, after action 1: action 2 changed nothing.
        Assert.Equal([0, 0, 0, 0, 1, 0, 0, 1, 0], Read(recall, 2));
    }

    [Fact]
    public void A_success_is_recalled_of_all_actions_of_its_attempt()
    {
        var recall = new ActionRecall(3);
        recall.Write(0, changed: true, succeeded: false);
        recall.Write(2, changed: true, succeeded: true);
        recall.BeginAttempt();
        Assert.Equal(1, Read(recall, 0)[2]);
        Assert.Equal(0, Read(recall, 1)[2]);
        recall.Write(0, changed: true, succeeded: false);
        Assert.Equal(1, Read(recall, 2)[5]);
        Assert.Equal(1, Read(recall, 2)[8]);
        Assert.Equal(0, Read(recall, 1)[8]);
    }

    [Fact]
    public void A_new_outcome_takes_the_place_of_the_old()
    {
        var recall = new ActionRecall(2);
        recall.Write(1, changed: false, succeeded: false);
        recall.BeginAttempt();
        recall.Write(1, changed: true, succeeded: false);
        recall.BeginAttempt();
        Assert.Equal([1, 0, 0], Read(recall, 1)[..3]);
    }

    [Fact]
    public void Content_decays_where_it_is_asked_to()
    {
        var recall = new ActionRecall(2, decay: 0.5);
        recall.Write(1, changed: true, succeeded: false);
        recall.Write(0, changed: false, succeeded: false);
        recall.BeginAttempt();
        Assert.Equal(0.5f, Read(recall, 1)[0]);
    }

    [Fact]
    public void Fifteen_actions_take_102_bytes_whatever_the_length_of_attempts() =>
        Assert.All([2, 4, 16], longest => Assert.Equal(102, new ActionRecall(15, longest: longest).ContentBytes));

    [Fact]
    public void A_success_moves_all_pairs_of_its_attempt_by_the_rate_and_none_of_another()
    {
        var recall = new ActionRecall(4, rate: 0.25);
        recall.Write(3, changed: true, succeeded: false);
        recall.BeginAttempt();
        recall.Write(0, changed: true, succeeded: false);
        recall.Write(1, changed: false, succeeded: false);
        recall.Write(2, changed: true, succeeded: true);
        recall.BeginAttempt();
        Assert.Equal([0.25f, 0, 0, 0], Successes(2));
        Assert.Equal([0.25f, 0, 0, 0], Successes(8));
        recall.Write(0, changed: true, succeeded: false);

        // Action 1 changed nothing: what was done after it was done after action 0.
        Assert.Equal([0, 0.25f, 0.25f, 0], Successes(5));
        Assert.Equal([0, 0.25f, 0.25f, 0], Successes(8));
        recall.Write(2, changed: true, succeeded: false);
        Assert.Equal([0, 0.25f, 0.25f, 0], Successes(5));
        Assert.Equal([0, 0, 0, 0], Successes(8));

        float[] Successes(int place) => [.. Enumerable.Range(0, 4).Select(action => Read(recall, action)[place])];
    }

    [Fact]
    public void Actions_beyond_the_longest_attempt_are_not_told_to_have_succeeded()
    {
        var recall = new ActionRecall(3, longest: 2);
        recall.Write(0, changed: false, succeeded: false);
        recall.Write(1, changed: false, succeeded: false);
        recall.Write(2, changed: false, succeeded: true);
        Assert.Equal(1, Read(recall, 1)[5]);
        Assert.Equal(0, Read(recall, 2)[5]);
    }

    [Fact]
    public void Writing_and_reading_allocate_nothing()
    {
        var recall = new ActionRecall(15, decay: 0.1);
        var numbers = new float[recall.Size];
        Step(0);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var step = 0; step < 100; step++)
        {
            Step(step);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Step(int step)
        {
            recall.Write(step % 15, changed: step % 2 == 0, succeeded: step % 3 == 2);
            recall.Read(step % 15, numbers);
            if (step % 3 == 2)
            {
                recall.BeginAttempt();
            }
        }
    }

    [Fact]
    public void A_snapshot_within_an_attempt_goes_on_to_the_same_bits()
    {
        var whole = new ActionRecall(3);
        whole.Write(1, changed: true, succeeded: false);
        var resumed = new ActionRecall(3);
        StateSnapshot.Of(whole).RestoreTo(resumed);
        foreach (ActionRecall one in (ActionRecall[])[whole, resumed])
        {
            one.Write(2, changed: true, succeeded: true);
            one.BeginAttempt();
        }

        for (var action = 0; action < 3; action++)
        {
            Assert.Equal(Read(whole, action), Read(resumed, action));
        }
    }

    private static float[] Read(ActionRecall recall, int action)
    {
        var numbers = new float[recall.Size];
        recall.Read(action, numbers);
        return numbers;
    }
}
