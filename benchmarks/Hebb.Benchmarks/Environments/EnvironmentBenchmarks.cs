using BenchmarkDotNet.Attributes;
using Hebb.Catalogues;
using Hebb.Environments.Control;
using Hebb.Numerics;

namespace Hebb.Benchmarks.Environments;

/// <summary>
/// The environments alone under random actions drawn beforehand, resets included: time per environment step. A random
/// CartPole falls after some twenty steps; Acrobot and MountainCar mostly run into their time limit; OpenLock is reset after every third step.
/// </summary>
[Config(typeof(EnvironmentConfiguration))]
public class EnvironmentBenchmarks
{
    // A multiple of the largest batch.
    private const int Steps = 16 * 1024;
    private const int SmallBatch = 64;
    private const int LargeBatch = 1024;
    private const ulong Seed = 1;

    private readonly int[] _twoActions = Actions(2);
    private readonly int[] _threeActions = Actions(3);
    private readonly int[] _fourActions = Actions(4);
    private readonly int[] _fifteenActions = Actions(15);
    private readonly ScalarRun _cartPole = new(new CartPole(), Seed);
    private readonly ScalarRun _limited = new(CatalogueSet.Standard.CreateEnvironment("CartPole-v1"), Seed);
    private readonly ScalarRun _acrobot = new(CatalogueSet.Standard.CreateEnvironment("Acrobot-v1"), Seed);
    private readonly ScalarRun _mountainCar = new(CatalogueSet.Standard.CreateEnvironment("MountainCar-v0"), Seed);
    private readonly ScalarRun _openLock = new(CatalogueSet.Standard.CreateEnvironment("OpenLock-CC3-v0"), Seed);
    private readonly ScalarRun _randomRooms = new(CatalogueSet.Standard.CreateEnvironment("OpenLock-Random-v0"), Seed);
    private readonly ScalarRun _rows = new(CatalogueSet.Standard.CreateEnvironment("OpenLock-Row-v0"), Seed);
    private readonly ScalarRun _tMaze = new(CatalogueSet.Standard.CreateEnvironment("TMaze-v0"), Seed);
    private readonly ScalarRun _memoryLength = new(CatalogueSet.Standard.CreateEnvironment("MemoryLength-v0"), Seed);
    private readonly ScalarRun _repeatPrevious = new(
        CatalogueSet.Standard.CreateEnvironment("RepeatPrevious-v0"),
        Seed
    );
    private readonly BatchRun _smallBatch = new(SmallBatch, Seed);
    private readonly BatchRun _largeBatch = new(LargeBatch, Seed);

    [Benchmark(OperationsPerInvoke = Steps, Description = "CartPole, no time limit")]
    public void CartPoleBare() => _cartPole.Step(_twoActions);

    [Benchmark(OperationsPerInvoke = Steps, Description = "CartPole-v1")]
    public void CartPoleLimited() => _limited.Step(_twoActions);

    [Benchmark(OperationsPerInvoke = Steps, Description = "CartPole, batch of 64")]
    public void CartPoleSmallBatch() => _smallBatch.Step(_twoActions);

    [Benchmark(OperationsPerInvoke = Steps, Description = "CartPole, batch of 1024")]
    public void CartPoleLargeBatch() => _largeBatch.Step(_twoActions);

    [Benchmark(OperationsPerInvoke = Steps, Description = "Acrobot-v1")]
    public void Acrobot() => _acrobot.Step(_threeActions);

    [Benchmark(OperationsPerInvoke = Steps, Description = "MountainCar-v0")]
    public void MountainCar() => _mountainCar.Step(_threeActions);

    [Benchmark(OperationsPerInvoke = Steps, Description = "OpenLock-CC3-v0")]
    public void OpenLock() => _openLock.Step(_fifteenActions);

    [Benchmark(OperationsPerInvoke = Steps, Description = "OpenLock-Random-v0")]
    public void RandomRooms() => _randomRooms.Step(_fifteenActions);

    [Benchmark(OperationsPerInvoke = Steps, Description = "OpenLock-Row-v0")]
    public void Rows() => _rows.Step(_fifteenActions);

    [Benchmark(OperationsPerInvoke = Steps, Description = "TMaze-v0")]
    public void TMaze() => _tMaze.Step(_fourActions);

    [Benchmark(OperationsPerInvoke = Steps, Description = "MemoryLength-v0")]
    public void MemoryLength() => _memoryLength.Step(_twoActions);

    [Benchmark(OperationsPerInvoke = Steps, Description = "RepeatPrevious-v0")]
    public void RepeatPrevious() => _repeatPrevious.Step(_fourActions);

    private static int[] Actions(int count)
    {
        var random = new Pcg64(Seed);
        var actions = new int[Steps];
        foreach (ref var action in actions.AsSpan())
        {
            action = random.NextInteger(count);
        }

        return actions;
    }
}
