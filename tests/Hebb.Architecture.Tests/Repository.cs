using System.Runtime.CompilerServices;

namespace Hebb.Architecture.Tests;

/// <summary>Where the sources are that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder of the projects.</summary>
    public static string Sources { get; } =
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "src"));

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
