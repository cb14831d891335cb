using System.Diagnostics.CodeAnalysis;

/// <summary>
/// What the platform calls before a program begins, where <c>DOTNET_STARTUP_HOOKS</c> names this assembly: a thread that throws once
/// a run goes on, as a thread of the program might.
/// </summary>
[SuppressMessage("Design", "MA0047", Justification = "The platform looks for it outside of every namespace.")]
[SuppressMessage("Design", "CA1050", Justification = "The platform looks for it outside of every namespace.")]
internal static class StartupHook
{
    /// <summary>The variable that names the store of the run.</summary>
    public const string Variable = "HEBB_TESTS_THROW_AFTER";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } store)
        {
            new Thread(() =>
            {
                while (
                    !Directory.Exists(store)
                    || Directory.GetFiles(store, "run.json", SearchOption.AllDirectories).Length == 0
                )
                {
                    Thread.Sleep(10);
                }

#pragma warning disable MA0012 // As the platform does where there is no more.
                throw new InsufficientMemoryException();
#pragma warning restore MA0012
            }).Start();
        }
    }
}
