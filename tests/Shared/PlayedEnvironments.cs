namespace Hebb.Tests.Shared;

/// <summary>The environments that tests of every agent play.</summary>
internal static class PlayedEnvironments
{
    private static readonly string[] Rooms = ["OpenLock-CC3-v0", "OpenLock-CE4D-v0", "OpenLock-CE3-CE4-v0"];

    /// <summary>Whether one is among them: of OpenLock's, which differ in their rooms alone, one without, one with delays and one of a transfer.</summary>
    public static bool Has(string name) =>
        !name.StartsWith("OpenLock", StringComparison.Ordinal) || Rooms.Contains(name);
}
