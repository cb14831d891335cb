namespace Hebb.Cli.Tests.Consoles;

/// <summary>What a process finds around it: little memory, few files, no folders of its own, no network, nobody who reads.</summary>
public sealed class SurroundingsTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    public SurroundingsTests() => Directory.CreateDirectory(_temporary.New("reports"));

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task Too_little_memory_is_a_line_and_a_file()
    {
        RequireLinux();
        CommandResult result = await Run(
            "export DOTNET_GCHeapHardLimit=0x10000000; exec",
            ["supervised", "--data", Dataset(), "--hidden", "8000,8000", "--threads", "8", "--out", _temporary.New()]
        );
        AssertReported(result);
    }

    [Fact]
    public async Task What_another_thread_throws_is_a_line_and_a_file()
    {
        RequireLinux();
        string hook = typeof(SurroundingsTests).Assembly.Location;
        CommandResult result = await Run(
            $"export DOTNET_STARTUP_HOOKS='{hook}' {StartupHook.Variable}='{_temporary.New()}'; exec",
            [
                "train",
                "random",
                "--seeds",
                "0",
                "--steps",
                "1000000000000",
                "--checkpoint",
                "0.01",
                "--out",
                _temporary.New(),
            ]
        );
        AssertReported(result);
    }

    [Fact]
    public async Task Few_files_are_enough_for_many_runs()
    {
        RequireLinux();
        string[] line = ["train", "random", "--seeds", "0..99", "--steps", "200", "--evaluate", "0"];
        CommandResult result = await Run("ulimit -n 200; exec", [.. line, "--jobs", "100", "--out", _temporary.New()]);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(
            100,
            Directory.GetFiles(_temporary.New(), "checkpoint.safetensors", SearchOption.AllDirectories).Length
        );
    }

    [Fact]
    public async Task Too_few_files_for_one_run_are_a_line()
    {
        RequireLinux();
        CommandResult result = await Run(
            "ulimit -n 105; exec",
            ["train", "random", "--seeds", "0..9", "--steps", "200", "--jobs", "10", "--out", _temporary.New()]
        );
        Assert.Equal(1, result.ExitCode);
        Assert.Matches(
            @"^hebb: this process may have 105 files open \('ulimit -n'\) and has \d+: \d+ are needed for a run\n$",
            result.Error
        );
    }

    [Theory]
    [InlineData("unset HOME TMPDIR XDG_CACHE_HOME; exec")]
    [InlineData("export HOME=/missing TMPDIR=/missing XDG_CACHE_HOME=; exec")]
    [InlineData("exec env HOME= TMPDIR= TERM= LANG=tr_TR.UTF-8 LC_ALL=xx")]
    [InlineData("export TERM=dumb NO_COLOR=1 COLUMNS=1 LINES=1; exec")]
    public async Task Folders_of_its_own_are_not_needed(string line)
    {
        RequireLinux();
        CommandResult result = await CommandProcess.RunInShell(
            $"{line} \"$@\"",
            ["train", "random", "--seeds", "0", "--steps", "500", "--out", _temporary.New()]
        );
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.DoesNotContain('\e', result.Output);
    }

    [Theory]
    [InlineData("\"$@\" | true; exit ${PIPESTATUS[0]}", 0, "")]
    [InlineData("exec \"$@\" > /dev/full", 1, "hebb: No space left on device\n")]
    [InlineData("exec \"$@\" >&- 2>&-", 1, "")]
    public async Task Where_nobody_reads_it_ends(string line, int code, string error)
    {
        RequireLinux();
        CommandResult result = await CommandProcess.RunInShell(line, "config", "schema");
        Assert.Equal((code, error), (result.ExitCode, result.Error));
    }

    [Fact]
    public async Task A_failed_download_is_no_fault_of_the_input_and_leaves_nothing()
    {
        RequireLinux();
        string cache = _temporary.New("cache");
        string[] line = ["supervised", "--data", "mnist", "--out", _temporary.New()];
        CommandResult result = await Run(Offline(cache), line);
        Assert.Equal(1, result.ExitCode);
        Assert.Matches(@"^hebb: https://[^ ]+ could not be downloaded: [^\n]+\n$", result.Error);
        Assert.Empty(Directory.GetFiles(cache, "*", SearchOption.AllDirectories));
        Assert.False(Directory.Exists(_temporary.New()));
    }

    [Fact]
    public async Task A_damaged_dataset_is_named()
    {
        RequireLinux();
        string folder = Directory.CreateDirectory(Path.Combine(_temporary.New("cache"), "hebb", "mnist")).FullName;
        string[] names = ["train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1"];
        foreach (string name in names)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, $"{name}-ubyte.gz"), "damaged");
        }

        string[] line = ["supervised", "--data", "mnist", "--out", _temporary.New()];
        CommandResult result = await Run(Offline(_temporary.New("cache")), line);
        Assert.Equal(1, result.ExitCode);
        Assert.All(
            names,
            name =>
                Assert.Contains(
                    $"{folder}/{name}-ubyte.gz is damaged: it is downloaded anew from https://",
                    result.Output,
                    StringComparison.Ordinal
                )
        );
    }

    // Nothing listens where the way to the net would be.
    private static string Offline(string cache) =>
        $"export XDG_CACHE_HOME='{cache}' https_proxy=http://127.0.0.1:1 HTTPS_PROXY=http://127.0.0.1:1 no_proxy= NO_PROXY=; exec";

    private static void RequireLinux() =>
        Assert.SkipUnless(OperatingSystem.IsLinux(), "What is around a process is set by a shell.");

    private Task<CommandResult> Run(string line, string[] arguments) =>
        CommandProcess.RunInShell($"export TMPDIR='{_temporary.New("reports")}'; {line} \"$@\"", arguments);

    private void AssertReported(CommandResult result)
    {
        string report = Directory.GetFiles(_temporary.New("reports"), "hebb-error-*").Single();
        Assert.Equal(1, result.ExitCode);
        Assert.Equal(
            "hebb: there is not enough memory: fewer jobs or threads, smaller networks, batches or datasets need less; "
                + $"the details are in {report}\n",
            result.Error
        );
        Assert.Contains("MemoryException", File.ReadAllText(report), StringComparison.Ordinal);
    }

    private string Dataset()
    {
        SmallDataset.Write(_temporary.New("data"));
        return _temporary.New("data");
    }
}
