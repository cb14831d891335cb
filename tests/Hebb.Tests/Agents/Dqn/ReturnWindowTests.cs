using CsCheck;
using Hebb.Agents.Dqn;

namespace Hebb.Tests.Agents.Dqn;

/// <summary>Returns of several steps against those written out from the whole course of the episodes.</summary>
public sealed class ReturnWindowTests
{
    private enum Ending
    {
        None,
        Terminated,
        Truncated,
        Both,
    }

    private static readonly Gen<(double Reward, Ending Ending)[]> Courses = Gen.Select(
        Gen.Double[-2, 2],
        Gen.Frequency(
            (6, Gen.Const(Ending.None)),
            (1, Gen.Const(Ending.Terminated)),
            (1, Gen.Const(Ending.Truncated)),
            (1, Gen.Const(Ending.Both))
        )
    ).Array[1, 40];

    [Fact]
    public void Every_return_is_the_written_out_one() =>
        Gen.Select(Courses, Gen.Int[1, 6], Gen.Double[0, 1])
            .Sample(
                (course, steps, discount) =>
                {
                    var memory = new ReturnMemory(1, 64);
                    var window = new ReturnWindow(1, steps, discount);
                    for (var step = 0; step < course.Length; step++)
                    {
                        (var reward, Ending ending) = course[step];
                        var terminated = ending is Ending.Terminated or Ending.Both;
                        var truncated = ending is Ending.Truncated or Ending.Both;
                        window.Add([At(step)], step % 3, reward, [After(step)], terminated, truncated, memory);
                    }

                    var slot = 0;
                    for (var first = 0; first < course.Length; first++)
                    {
                        if (Complete(course, first, steps) is not { } last)
                        {
                            continue;
                        }

                        var sum = 0.0;
                        for (var step = first; step <= last; step++)
                        {
                            sum += Math.Pow(discount, step - first) * course[step].Reward;
                        }

                        var hasValue = course[last].Ending is Ending.None or Ending.Truncated;
                        var factor = hasValue ? Math.Pow(discount, last - first + 1) : 0;
                        Assert.Equal(At(first), memory.Observation(slot)[0]);
                        Assert.Equal(first % 3, memory.Action(slot));
                        Assert.Equal(sum, memory.Return(slot), 1e-5);
                        Assert.Equal(factor, memory.Factor(slot), 1e-6);
                        Assert.Equal(After(last), memory.NextObservation(slot)[0]);
                        slot++;
                    }

                    Assert.Equal(slot, memory.Added);
                }
            );

    // What an action was taken on and what it led to are not the same numbers: after an end the next episode begins.
    private static float At(int step) => step + 0.25f;

    private static float After(int step) => step + 0.75f;

    // The last step of the return of a step: its n-th, or that where its episode ends; none while neither is there.
    private static int? Complete((double Reward, Ending Ending)[] course, int first, int steps)
    {
        for (var step = first; step < course.Length; step++)
        {
            if (course[step].Ending is not Ending.None || step - first + 1 == steps)
            {
                return step;
            }
        }

        return null;
    }
}
