namespace Hebb.Tests.Shared;

/// <summary>The environments that tests of every agent play.</summary>
internal static class PlayedEnvironments
{
    private static readonly string[] Some =
    [
        "CartPole-v0",
        "CartPole-v1",
        "Acrobot-v1",
        "MountainCar-v0",
        "TMaze-v0",
        "RepeatPrevious-v0",
        "OpenLock-CC3-v0",
        "OpenLock-CE4D-v0",
        "OpenLock-CE3-CE4-v0",
    ];

    /// <summary>
    /// Whether one is among them. Of OpenLock's, which differ in their rooms alone, these are one without, one with delays and one of
    /// a transfer; of the tasks for a memory two, as agents treat them alike.
    /// </summary>
    public static bool Has(string name) => Some.Contains(name, StringComparer.Ordinal);
}
