using CsCheck;
using Hebb.Catalogues;
using Hebb.Environments;
using Hebb.Environments.Control;

namespace Hebb.Tests.Environments;

public sealed class EnvironmentBatchTests
{
    public static TheoryData<string> Names =>
        [.. CatalogueSet.Standard.Environments.Select(entry => entry.Specification.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Batch_gives_the_bits_of_its_members_one_by_one(string name) =>
        Gen.Select(Gen.OneOf(Gen.ULong, Gen.Const(ulong.MaxValue)), Gen.UInt, Gen.Int[1, 5])
            .Sample((seed, actions, count) => CompareWithScalars(name, seed, actions, count, steps: 600), iter: 10);

    [Fact]
    public void Stepping_allocates_nothing()
    {
        var buffers = new Buffers(8, 4);
        var batch = new EnvironmentBatch<CartPole>(8, () => new CartPole());
        batch.Reset(1, buffers.Observations);
        Run(batch, buffers);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Run(batch, buffers);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Action_outside_its_range_is_refused_before_any_environment_moves()
    {
        var buffers = new Buffers(3, 4);
        var batch = new EnvironmentBatch<CartPole>(3, () => new CartPole());
        batch.Reset(1, buffers.Observations);
        var states = Enumerable.Range(0, 3).Select(index => batch[index].State.ToArray()).ToArray();
        buffers.Actions[2] = 2;

        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => buffers.Step(batch));
        Assert.Equal(2, exception.ActualValue);
        Assert.Contains("index 2", exception.Message, StringComparison.Ordinal);
        Assert.Equal(states, Enumerable.Range(0, 3).Select(index => batch[index].State.ToArray()));
    }

    [Fact]
    public void Spans_of_another_length_are_refused_by_name()
    {
        var batch = new EnvironmentBatch<CartPole>(2, () => new CartPole());
        Refuses("observations", () => batch.Reset(1, new float[7]));
        batch.Reset(1, new float[8]);
        Refuses(
            "actions",
            () => batch.Step(new int[1], new float[8], new double[2], new bool[2], new bool[2], new float[8])
        );
        Refuses(
            "observations",
            () => batch.Step(new int[2], new float[9], new double[2], new bool[2], new bool[2], new float[8])
        );
        Refuses(
            "rewards",
            () => batch.Step(new int[2], new float[8], new double[3], new bool[2], new bool[2], new float[8])
        );
        Refuses(
            "terminated",
            () => batch.Step(new int[2], new float[8], new double[2], new bool[1], new bool[2], new float[8])
        );
        Refuses(
            "truncated",
            () => batch.Step(new int[2], new float[8], new double[2], new bool[2], new bool[3], new float[8])
        );
        Refuses(
            "finalObservations",
            () => batch.Step(new int[2], new float[8], new double[2], new bool[2], new bool[2], new float[4])
        );

        static void Refuses(string name, Action action) =>
            Assert.Equal(name, Assert.Throws<ArgumentException>(action).ParamName);
    }

    [Fact]
    public void Step_before_the_reset_is_refused()
    {
        var batch = new EnvironmentBatch<CartPole>(2, () => new CartPole());
        Assert.Throws<InvalidOperationException>(() => new Buffers(2, 4).Step(batch));
    }

    [Fact]
    public void Empty_batch_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new EnvironmentBatch<CartPole>(0, () => new CartPole()));

    private static void CompareWithScalars(string name, ulong seed, uint actions, int count, int steps)
    {
        var batch = new EnvironmentBatch<IEnvironment>(count, () => CatalogueSet.Standard.CreateEnvironment(name));
        var scalars = Enumerable.Range(0, count).Select(_ => CatalogueSet.Standard.CreateEnvironment(name)).ToArray();
        var size = batch.Specification.Observations.Size;
        var buffers = new Buffers(count, size);
        var observation = new float[size];
        batch.Reset(seed, buffers.Observations);
        for (var index = 0; index < count; index++)
        {
            scalars[index].Reset(unchecked(seed + (ulong)index), observation);
            Assert.Equal(observation, buffers.Observations.AsSpan(index * size, size));
        }

        for (var step = 0; step < steps; step++)
        {
            foreach (ref var action in buffers.Actions.AsSpan())
            {
                actions = unchecked((1664525 * actions) + 1013904223);
                action = (int)((actions >> 16) % batch.Specification.Actions.Count);
            }

            buffers.Step(batch);
            for (var index = 0; index < count; index++)
            {
                var result = scalars[index].Step(buffers.Actions[index], observation);
                Assert.Equal(
                    result,
                    new StepResult(buffers.Rewards[index], buffers.Terminated[index], buffers.Truncated[index])
                );
                if (result.EpisodeEnded)
                {
                    Assert.Equal(observation, buffers.FinalObservations.AsSpan(index * size, size));
                    scalars[index].Reset(observation);
                }

                Assert.Equal(observation, buffers.Observations.AsSpan(index * size, size));
                Assert.Equal(scalars[index].State, batch[index].State);
            }
        }
    }

    private static void Run(EnvironmentBatch<CartPole> batch, Buffers buffers)
    {
        for (var step = 0; step < 200; step++)
        {
            buffers.Actions.AsSpan().Fill(step & 1);
            buffers.Step(batch);
        }
    }

    private sealed class Buffers(int count, int size)
    {
        public int[] Actions { get; } = new int[count];
        public float[] Observations { get; } = new float[count * size];
        public double[] Rewards { get; } = new double[count];
        public bool[] Terminated { get; } = new bool[count];
        public bool[] Truncated { get; } = new bool[count];
        public float[] FinalObservations { get; } = new float[count * size];

        public void Step<TEnvironment>(EnvironmentBatch<TEnvironment> batch)
            where TEnvironment : IEnvironment =>
            batch.Step(Actions, Observations, Rewards, Terminated, Truncated, FinalObservations);
    }
}
