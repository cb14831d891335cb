using Hebb.Memory;
using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Tests.Memory;

/// <summary>What holds of every memory.</summary>
public sealed class MemoryLawsTests
{
    private const int Inputs = 5;
    private const int Units = 7;

    public static TheoryData<string> Names => ["latches", "reservoir", "traces", "gates", "context"];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_memory_depends_on_what_was_written_and_forgets_at_the_beginning(string name)
    {
        IMemory memory = New(name);
        float[] empty = Read(memory);
        var source = new Pcg64(3);
        Write(memory, source, 6);
        float[] full = Read(memory);
        Assert.NotEqual(empty, full);
        memory.Begin();
        Assert.Equal(empty, Read(memory));
        Write(memory, new Pcg64(3), 6);
        Assert.Equal(full, Read(memory));
        memory.Begin();
        Write(memory, new Pcg64(4), 6);
        Assert.NotEqual(full, Read(memory));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Shared_memories_have_equal_weights_and_contents_of_their_own(string name)
    {
        IMemory memory = New(name);
        Write(memory, new Pcg64(3), 6);
        float[] full = Read(memory);
        IMemory shared = memory.Share();
        Assert.Equal(memory.Size, shared.Size);
        Assert.NotEqual(full, Read(shared));
        Write(shared, new Pcg64(3), 6);
        Assert.Equal(full, Read(shared));
        Write(shared, new Pcg64(4), 3);
        Assert.Equal(full, Read(memory));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_snapshot_within_an_episode_goes_on_to_the_same_bits(string name)
    {
        IMemory whole = New(name);
        var source = new Pcg64(5);
        Write(whole, source, 9);
        var snapshot = StateSnapshot.Of(whole);
        IMemory resumed = New(name, seed: 99);
        snapshot.RestoreTo(resumed);
        var again = new Pcg64(8);
        Write(whole, new Pcg64(8), 5);
        Write(resumed, again, 5);
        Assert.Equal(Read(whole), Read(resumed));
        Assert.Equal(Bytes(StateSnapshot.Of(whole)), Bytes(StateSnapshot.Of(resumed)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Steps_allocate_nothing(string name)
    {
        IMemory memory = New(name);
        var observation = new float[Inputs];
        var state = new float[Units];
        var numbers = new float[memory.Size];
        Step();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var step = 0; step < 100; step++)
        {
            Step();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Step()
        {
            memory.Write(new MemoryInput { Observation = observation, LastState = state });
            memory.Read(numbers);
        }
    }

    [Fact]
    public void A_bank_reads_the_observation_then_each_memory_and_a_silenced_one_as_0()
    {
        var bank = new MemoryBank(MemorySettings.All, Inputs, Units, new Pcg64(1));
        MemoryBank lesioned = bank.Share("reservoir");
        float[] observation = [1, -2, 3, 0.5f, 0];
        foreach (MemoryBank one in (MemoryBank[])[bank, lesioned])
        {
            one.Write(new MemoryInput { Observation = observation, LastState = new float[Units] });
            Assert.Equal(observation, one.Numbers[..Inputs].ToArray());
        }

        Assert.Equal(Inputs + 32 + 64 + 32, bank.Size);
        Assert.Equal(bank.Size, lesioned.Size);
        Assert.Equal(bank.Numbers[..(Inputs + 32)].ToArray(), lesioned.Numbers[..(Inputs + 32)].ToArray());
        Assert.All(lesioned.Numbers.Slice(Inputs + 32, 64).ToArray(), number => Assert.Equal(0, number));
        Assert.Contains(bank.Numbers.Slice(Inputs + 32, 64).ToArray(), number => number != 0);
        Assert.Equal((32 + 64 + 32) * sizeof(float), bank.ContentBytes);
    }

    private static IMemory New(string name, ulong seed = 1)
    {
        var random = new Pcg64(seed);
        return name switch
        {
            "latches" => new LatchSettings().Create(Inputs, random),
            "reservoir" => new ReservoirSettings().Create(Inputs, random),
            "traces" => new ObservationTraceSettings().Create(Inputs),
            "gates" => new GateSettings().Create(Inputs, random),
            _ => new ContextSettings().Create(Units, random),
        };
    }

    private static void Write(IMemory memory, Pcg64 source, int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            float[] observation = [.. Enumerable.Range(0, Inputs).Select(_ => (float)source.NextGaussian())];
            float[] state = [.. Enumerable.Range(0, Units).Select(_ => (float)source.NextGaussian())];
            memory.Write(new MemoryInput { Observation = observation, LastState = state });
        }
    }

    private static float[] Read(IMemory memory)
    {
        var numbers = new float[memory.Size];
        memory.Read(numbers);
        return numbers;
    }

    private static byte[] Bytes(StateSnapshot snapshot) => [.. snapshot.Entries.SelectMany(entry => entry.Bytes)];
}
