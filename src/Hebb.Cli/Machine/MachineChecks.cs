using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Hebb.Catalogues;
using Hebb.Cli.Consoles;
using Hebb.Lab.Data;
using Hebb.Lab.Scenes;

namespace Hebb.Cli.Machine;

/// <summary>Looks at the machine that the program runs on.</summary>
internal static class MachineChecks
{
    private const double Gibibyte = 1 << 30;
    private const double LeastRoom = 1;

    /// <summary>Everything, in the order in which it is shown.</summary>
    /// <param name="store">The directory of runs.</param>
    /// <param name="terminal">Where the command writes.</param>
    public static IEnumerable<MachineCheck> All(string store, Terminal terminal) =>
        [
            new("program", CheckState.Good, $"hebb {ConsoleVersion.Text}"),
            new(
                "runtime",
                CheckState.Good,
                $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}, {RuntimeInformation.OSDescription}"
            ),
            Processor(),
            Compiler(),
            new(
                "memory",
                CheckState.Good,
                $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Gibibyte:F1} GiB for this process"
            ),
            Store(store),
            .. DatasetCatalogue.All.Select(source => Dataset(DatasetFolders.OfThisMachine(), source)),
            Figures(),
            new(
                "terminal",
                CheckState.Good,
                terminal.IsLive
                    ? $"{terminal.Size.Columns} columns, {terminal.Console.Profile.Capabilities.ColorSystem} colours"
                    : "output is plain: no terminal that draws lines anew"
            ),
        ];

    private static MachineCheck Processor()
    {
        var found = string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} cores, vectors of {Vector<byte>.Count * 8} bits{(Vector512.IsHardwareAccelerated ? ", 512 in matrix products" : "")}"
        );
        return Vector.IsHardwareAccelerated
            ? new("processor", CheckState.Good, found)
            : new(
                "processor",
                CheckState.Note,
                $"{found}, not in hardware",
                "learning is many times slower: a processor with AVX2 or NEON helps"
            );
    }

    private static MachineCheck Compiler()
    {
        var isSet = IsOff("System.Runtime.TieredPGO") && IsOff("System.Runtime.TieredCompilation.QuickJit");
        return isSet
            ? new("compiler", CheckState.Good, "settings as Hebb has them: short programs run at full speed")
            : new(
                "compiler",
                CheckState.Note,
                "not with Hebb's settings",
                "short programs run up to three times slower: DOTNET_TieredPGO=0 DOTNET_TC_QuickJit=0"
            );
    }

    private static bool IsOff(string setting) => AppContext.TryGetSwitch(setting, out var isOn) && !isOn;

    private static MachineCheck Store(string store)
    {
        var folder = Path.GetFullPath(store);
        var there = folder;
        while (!Directory.Exists(there))
        {
            there = Path.GetDirectoryName(there)!;
        }

        try
        {
            File.Delete(Touched(there));
            var room = new DriveInfo(there).AvailableFreeSpace / Gibibyte;
            var found = string.Create(CultureInfo.InvariantCulture, $"{folder} can be written, {room:F1} GiB are free");
            return room >= LeastRoom
                ? new("store", CheckState.Good, found)
                : new(
                    "store",
                    CheckState.Note,
                    found,
                    "long runs may fill the disk; --out and --store name another directory"
                );
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new(
                "store",
                CheckState.Missing,
                $"{folder} cannot be written: {exception.Message.TrimEnd('.')}",
                "--out and --store name another directory"
            );
        }
    }

    private static string Touched(string folder)
    {
        var path = Path.Combine(folder, $".hebb-{Path.GetRandomFileName()}");
        using FileStream _ = new(path, FileMode.CreateNew);
        return path;
    }

    private static MachineCheck Dataset(DatasetFolders folders, DatasetSource source) =>
        folders.Find(source) is { } folder
            ? new(source.Name, CheckState.Good, folder)
            : new(
                source.Name,
                CheckState.Note,
                "not on this machine",
                $"'hebb supervised --data {source.Name}' downloads it ({source.Files.Sum(file => file.Length) / 1e6:F0} MB)"
            );

    private static MachineCheck Figures()
    {
        try
        {
            var environment = CatalogueSet.Standard.CreateEnvironment("CartPole-v1");
            environment.Reset(seed: 0, new float[environment.Specification.Observations.Size]);
            using var picture = new MemoryStream();
            using var painter = new ScenePainter(ScenePainter.StandardWidth, ScenePainter.StandardHeight);
            painter.WritePng(environment.Draw(), "", "", picture);
            return new("figures", CheckState.Good, "can be drawn");
        }
        catch (Exception exception)
            when (exception is DllNotFoundException or TypeInitializationException or EntryPointNotFoundException)
        {
            return new(
                "figures",
                CheckState.Missing,
                $"Skia's library cannot be loaded: {(exception.InnerException ?? exception).Message.ReplaceLineEndings(" ").TrimEnd('.')}",
                "install the package of this platform, or build on it"
            );
        }
    }
}
