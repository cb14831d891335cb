using System.Runtime.CompilerServices;

namespace Hebb.Site.Tests;

/// <summary>The folder that <c>.ci/site</c> builds the site to.</summary>
internal static class BuiltSite
{
    /// <summary>Where it lies.</summary>
    public static string Folder { get; } =
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "_site"));

    /// <summary>Whether it was built.</summary>
    public static bool Exists => File.Exists(Path.Combine(Folder, "index.html"));

    /// <summary>Skips a test where there is no site.</summary>
    public static void Require() => Assert.SkipUnless(Exists, "there is no site; .ci/site builds it");

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
