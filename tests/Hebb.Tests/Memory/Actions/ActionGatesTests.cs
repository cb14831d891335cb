using Hebb.Memory;
using Hebb.Memory.Actions;
using Hebb.Numerics;
using Hebb.Optimizers;
using Hebb.Snapshots;

namespace Hebb.Tests.Memory.Actions;

/// <summary>Gated units for each action.</summary>
public sealed class ActionGatesTests
{
    private const int Actions = 3;

    private static readonly GateSettings Settings = new()
    {
        Units = 4,
        Episodes = 1,
        Optimizer = new StochasticGradientDescentSettings { LearningRate = 1 },
    };

    [Fact]
    public void What_an_action_led_to_is_kept_apart_for_each_by_the_same_weights()
    {
        ActionGates gates = New();
        ActionGates other = New();
        gates.Write(1, changed: true, succeeded: false);
        other.Write(2, changed: true, succeeded: false);
        Assert.Equal(Read(gates, 1), Read(other, 2));
        Assert.Equal(Read(gates, 2), Read(other, 1));
        Assert.NotEqual(Read(gates, 1), Read(gates, 2));
        ActionGates failed = New();
        failed.Write(1, changed: false, succeeded: false);
        Assert.NotEqual(Read(gates, 1), Read(failed, 1));
        gates.Begin();
        Assert.All(Read(gates, 1), number => Assert.Equal(0, number));
    }

    [Fact]
    public void A_snapshot_within_an_attempt_goes_on_to_the_same_bits()
    {
        ActionGates whole = New();
        whole.Write(1, changed: true, succeeded: false);
        ActionGates resumed = new(Settings, Actions, new Pcg64(99));
        StateSnapshot.Of(whole).RestoreTo(resumed);
        foreach (ActionGates one in (ActionGates[])[whole, resumed])
        {
            one.Write(2, changed: true, succeeded: true);
            one.BeginAttempt();
            one.Write(0, changed: false, succeeded: false);
        }

        for (var action = 0; action < Actions; action++)
        {
            Assert.Equal(Read(whole, action), Read(resumed, action));
        }
    }

    [Fact]
    public void A_step_follows_the_gradient_of_what_is_read()
    {
        // With a signal of 1 a step of rate 1 is the derivative of what the field weighs, over all actions.
        const double Step = 1e-3;
        float[] field = [.. Enumerable.Range(0, Actions * Settings.Units).Select(index => (index % 5) - 1.5f)];
        ActionGates gates = New();
        var start = Weights(gates);
        Play(gates);
        gates.Trace(field, new float[field.Length], decay: 0);
        gates.Reinforce(1);
        gates.EndEpisode(part: 1);
        var moved = Weights(gates);
        for (var index = 0; index < start.Length; index++)
        {
            var slope = (Weighed(index, Step) - Weighed(index, -Step)) / (2 * Step);
            Assert.Equal(slope, moved[index] - start[index], 2e-3);
        }

        double Weighed(int index, double step)
        {
            ActionGates changed = New();
            var weights = Weights(changed);
            weights[index] += (float)step;
            Restore(changed, weights);
            Play(changed);
            return Enumerable
                .Range(0, Actions)
                .Sum(action =>
                    Read(changed, action)
                        .Select((number, unit) => (double)number * field[(action * Settings.Units) + unit])
                        .Sum()
                );
        }
    }

    private static void Play(ActionGates gates)
    {
        gates.Begin();
        gates.Write(1, changed: true, succeeded: false);
        gates.Write(2, changed: false, succeeded: false);
        gates.Write(0, changed: true, succeeded: true);
    }

    private static ActionGates New() => new(Settings, Actions, new Pcg64(1));

    private static float[] Read(ActionGates gates, int action)
    {
        var numbers = new float[gates.Size];
        gates.Read(action, numbers);
        return numbers;
    }

    private static float[] Weights(ActionGates gates)
    {
        StateEntry entry = StateSnapshot.Of(gates).Entries.Single(one => one.Name == "weights.parameters.weights");
        return System.Runtime.InteropServices.MemoryMarshal.Cast<byte, float>(entry.Bytes.AsSpan()).ToArray();
    }

    private static void Restore(ActionGates gates, float[] weights)
    {
        var bytes = System.Runtime.InteropServices.MemoryMarshal.AsBytes(weights.AsSpan()).ToArray();
        StateSnapshot state = StateSnapshot.Of(gates);
        new StateSnapshot([
            .. state.Entries.Select(entry =>
                entry.Name == "weights.parameters.weights" ? entry with { Bytes = [.. bytes] } : entry
            ),
        ]).RestoreTo(gates);
    }
}
