using System.Diagnostics;

namespace Hebb.Cli.Tests.Completing;

public sealed class CompletionTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Theory]
    [InlineData("hebb tr", "train")]
    [InlineData("hebb  doc", "doctor")]
    [InlineData("hebb train reward", "reward-ep reward")]
    [InlineData("hebb train PPO-EP-", "ppo-ep-actor ppo-ep-2 ppo-ep-3")]
    [InlineData("hebb train ppo --en", "--env")]
    [InlineData("hebb train ppo --env Mount", "MountainCar-v0")]
    [InlineData("hebb reproduce fig", "figure4")]
    [InlineData("hebb reproduce figure4 --methods reward,dqn-ep-", "reward,dqn-ep-as-published reward,dqn-ep-mended")]
    [InlineData("hebb supervised --estimator holo", "holomorphic")]
    [InlineData("hebb play openlock --scenario Two", "TwoStep")]
    [InlineData("hebb completion z", "zsh")]
    [InlineData("hebb config check my", "")]
    [InlineData("hebb comple", "completion")]
    [InlineData("heb", "")]
    public async Task What_can_stand_at_the_cursor_is_listed(string line, string expected) =>
        Assert.Equal(
            expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
            (await At(line, line.Length)).Order(StringComparer.Ordinal)
        );

    [Fact]
    public async Task What_follows_the_cursor_is_not_looked_at() =>
        Assert.Equal(["train"], await At("hebb tr ppo --env", "hebb tr".Length));

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public async Task No_place_is_impossible(int position) =>
        Assert.Equal(0, (await CommandCall.Run(["complete", $"{position}", "hebb tr"])).ExitCode);

    [Fact]
    public async Task An_unknown_shell_is_refused()
    {
        CommandResult result = await CommandCall.Run(["completion", "tcsh"]);
        Assert.Equal(
            (2, "hebb: shell 'tcsh': no such shell; did you mean bash? known are bash, zsh, fish\n"),
            (result.ExitCode, result.Error)
        );
    }

    [Theory]
    [InlineData("hebb tr", "train")]
    [InlineData("hebb train reward-", "reward-ep")]
    [InlineData("hebb train ppo --env Mount", "MountainCar-v0")]
    public async Task Bash_completes_by_the_script(string line, string expected)
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "There is no bash.");
        await Write("bash");
        var completed = await Run(
            "/bin/bash",
            "-c",
            $"""
            source {_temporary.New("script")}
            COMP_LINE='{line}'; COMP_POINT={line.Length}; _hebb
            echo "$(complete -p hebb): {"${COMPREPLY[*]}"}"
            """
        );
        Assert.Equal($"complete -F _hebb hebb: {expected}\n", completed);
    }

    [Theory]
    [InlineData("zsh")]
    [InlineData("fish")]
    public async Task Other_shells_read_their_scripts(string shell)
    {
        var path = $"/usr/bin/{shell}";
        Assert.SkipUnless(File.Exists(path), $"There is no {shell}.");
        await Write(shell);
        Assert.Equal("", await Run(path, "-n", _temporary.New("script")));
    }

    // With the program of these tests under the name that the script calls.
    private async Task Write(string shell)
    {
        CommandResult script = await CommandCall.Run(["completion", shell]);
        Assert.Equal(0, script.ExitCode);
        await File.WriteAllTextAsync(_temporary.New("script"), script.Output);
        Directory.CreateDirectory(_temporary.New("bin"));
        var program = Path.Combine(_temporary.New("bin"), "hebb");
        await File.WriteAllTextAsync(
            program,
            $"#!/bin/sh\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "Hebb.Cli.dll")}' \"$@\"\n"
        );
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    private async Task<string> Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["PATH"] = $"{_temporary.New("bin")}:{Environment.GetEnvironmentVariable("PATH")}";
        using Process process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal("", await error);
        return output;
    }

    private static async Task<string[]> At(string line, int position)
    {
        CommandResult result = await CommandCall.Run(["complete", $"{position}", line]);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        return result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
