using CsCheck;
using Hebb.Agents.Dqn;
using Hebb.Numerics;

namespace Hebb.Tests.Agents.Dqn;

public sealed class DqnTargetsTests
{
    private const int Actions = 3;

    [Fact]
    public void What_is_asked_is_the_scaled_and_shifted_return() =>
        Gen.Select(
                Gen.Float[-2, 2].Array[Actions],
                Gen.Float[-2, 2].Array[Actions],
                Gen.Float[-5, 5],
                Gen.Float[0, 1],
                Gen.Double[0.01, 2],
                Gen.Double[-3, 3]
            )
            .Sample(
                (choosing, valuing, rewards, factor, scale, offset) =>
                {
                    var memory = new ReturnMemory(1, 4);
                    memory.Add([0], 1, 100, 1, [0]);
                    memory.Add([0], 2, rewards, factor, [0]);
                    var targets = new DqnTargets(1, scale, offset);
                    targets.Choose(new ReadOnlyMatrixSpan<float>(choosing, Actions));
                    targets.Set(memory, [1], new ReadOnlyMatrixSpan<float>(valuing, Actions));

                    // In the unit of rewards: Q' of the action that the other network holds best.
                    var best = Array.IndexOf(choosing, choosing.Max());
                    var next = (valuing[best] + offset) / scale;
                    var value = rewards + (factor * next);
                    Assert.Equal(2, targets.All[0][0]);
                    Assert.Equal((scale * value) - offset, targets.All[0][1], 1e-4);
                    Assert.Equal(value, targets.MeanValue, 1e-3 / scale);
                }
            );
}
