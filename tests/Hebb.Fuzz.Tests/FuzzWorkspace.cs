using Hebb.Cli;
using Hebb.Cli.Consoles;

namespace Hebb.Fuzz.Tests;

/// <summary>A directory with one file of every kind that the program reads, made by the program itself; all cases run in it.</summary>
public sealed class FuzzWorkspace : IAsyncLifetime
{
    private readonly TemporaryDirectory _root = new();
    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private string _before = "";

    /// <summary>The files as they were made, by their paths.</summary>
    public IReadOnlyDictionary<string, byte[]> Files => _files;

    public async ValueTask InitializeAsync()
    {
        _before = Environment.CurrentDirectory;
        var here = _root.New("work");
        Directory.CreateDirectory(here);
        Environment.CurrentDirectory = here;
        SmallDataset.Write("data", training: 20);
        SmallDataset.Write("damaged-data", training: 20);
        Directory.CreateDirectory("empty");
        await File.WriteAllTextAsync("actions.txt", "0 1 1 0\n");
        await Hebb("config", "new", "ppo-ep", "--out", "experiment.json");
        await Hebb("config", "new", "supervised", "--out", "supervised.json");
        await File.WriteAllTextAsync(
            "sweep.json",
            """
            { "agent": { "name": "ppo" }, "environment": { "name": "CartPole-v1" }, "budget": { "steps": 256 },
              "seeds": "0..1", "sweep": { "grid": { "agent.discount": [0.9, 0.99] } } }
            """
        );
        string[] small = ["--set", "agent.actor.network.hidden=[4]", "--set", "agent.critic.network.hidden=[4]"];
        await Hebb(["train", "ppo", "--steps", "600", "--seeds", "0..1", "--evaluate", "1", .. small]);
        await Hebb("sweep", "sweep.json", "--jobs", "1");
        string[] tiny = ["--data", "data", "--hidden", "4", "--batch", "5", "--epochs", "2"];
        await Hebb(["supervised", .. tiny, "--out", "trained"]);
        Directory.CreateDirectory("damaged");
        await File.WriteAllTextAsync("damaged/run.json", "{ \"formatVersion\": 2, ");
        foreach (var path in Directory.EnumerateFiles(".", "*", SearchOption.AllDirectories))
        {
            _files[Path.GetRelativePath(".", path)] = await File.ReadAllBytesAsync(path);
        }
    }

    /// <summary>Puts files back as they were made, and takes away all others.</summary>
    /// <param name="changed">The only one that may have changed; null where any may.</param>
    public void Restore(string? changed = null)
    {
        foreach (var path in Directory.EnumerateFiles(".", "*", SearchOption.AllDirectories))
        {
            if (!_files.ContainsKey(Path.GetRelativePath(".", path)))
            {
                File.Delete(path);
            }
        }

        foreach ((var path, var content) in _files)
        {
            if (changed is null || path == changed)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
                File.WriteAllBytes(path, content);
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        Environment.CurrentDirectory = _before;
        _root.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task Hebb(params string[] arguments)
    {
        using var error = new StringWriter();
        var console = new CommandConsole(() => TextReader.Null, TextWriter.Null, error);
        var code = await HebbCommand.Standard.Run(arguments, console, CancellationToken.None);
        Assert.True(code == 0, $"{string.Join(' ', arguments)}: {error}");
    }
}
