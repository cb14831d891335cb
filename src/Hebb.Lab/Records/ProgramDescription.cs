using System.Reflection;
using System.Runtime.InteropServices;

namespace Hebb.Lab.Records;

/// <summary>What records say of the program and of the machine that it runs on.</summary>
internal static class ProgramDescription
{
    private const string ProcessorFile = "/proc/cpuinfo";
    private const string ProcessorKey = "model name";

    /// <summary>The program's version, with its commit where the build knew it.</summary>
    public static string Version { get; } =
        typeof(ProgramDescription)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion
        ?? "";

    /// <summary>Processor, cores, system and runtime, such as <c>AMD EPYC, 2 cores, X64, Debian GNU/Linux 12, .NET 10.0.1</c>.</summary>
    public static string Machine { get; } =
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Processor()}{Environment.ProcessorCount} cores, {RuntimeInformation.ProcessArchitecture}, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}"
        );

    private static string Processor()
    {
        try
        {
            var line = File.Exists(ProcessorFile)
                ? File.ReadLines(ProcessorFile)
                    .FirstOrDefault(line => line.StartsWith(ProcessorKey, StringComparison.Ordinal))
                : null;
            return line is null ? "" : $"{line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()}, ";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
