using CsCheck;
using Hebb.Cli.Consoles;

namespace Hebb.Cli.Tests.Consoles;

public sealed class ShellTextTests : IDisposable
{
    // Between the words of a shell's output: a unit separator, which no word below has.
    private const char Separator = '\u001f';

    private static readonly string[] Hostile =
    [
        "$(touch x)",
        "`touch x`",
        "; touch x",
        "a b",
        "it's",
        "'$(touch x)'",
        "\"; touch x; \"",
        "\\",
        "*",
        "~",
        "$HOME",
        "#",
        "!",
        "line\nbreak",
        "",
        "-rf",
        "--out",
        "{a,b}",
        "[a-z]?",
        "a&touch x&",
        "\u00e9\u6f22",
    ];

    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task A_shell_gives_every_word_to_the_program_as_it_is()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var folder = Made("words");
        await Gen.Char[" '\"\\$`!*?~#&;|<>(){}[]=%-\n\tab\u00e9"]
            .Array[0, 12]
            .Array[200]
            .SampleAsync(
                async random =>
                {
                    string[] words = [.. Hostile, .. random.Select(one => new string(one))];
                    CommandResult result = await CommandProcess.RunShell(
                        folder,
                        $"printf '%s\\037' {string.Join(' ', words.Select(ShellText.Word))}"
                    );
                    Assert.Equal((0, ""), (result.ExitCode, result.Error));
                    Assert.Equal(words, result.Output.Split(Separator)[..^1]);
                    Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
                },
                iter: 5
            );
    }

    [Theory]
    [InlineData("-rf", "./-rf")]
    [InlineData("--out", "./--out")]
    [InlineData("-", "./-")]
    [InlineData("results/runs", "results/runs")]
    [InlineData("-it's", "'./-it'\\''s'")]
    public void A_path_is_no_option(string path, string shown) => Assert.Equal(shown, ShellText.Path(path));

    [Fact]
    public async Task The_command_of_a_page_runs_nothing_but_itself()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        foreach (var name in (string[])["$(touch x) `touch x`", "it's; touch x", "-x \"$HOME\" \\"])
        {
            string[] study = ["reproduce", "figure4", "--seeds", "1", "--episodes", "1", "--methods", "random"];
            var results = Path.Combine(_temporary.New("study"), $"in {name}");
            await IsItself([.. study, "--out", results], results);

            var file = Path.Combine(Made($"file {name}"), $"{name}.json");
            await File.WriteAllTextAsync(file, Experiment);
            var store = Path.Combine(_temporary.New("store"), $"{name}-");
            CommandResult trained = await CommandCall.Run("train", file, "--out", store);
            Assert.Equal((0, ""), (trained.ExitCode, trained.Error));
            string[] printed = await Words(Directory.EnumerateDirectories(store).Single());
            Assert.Equal(["hebb", "train", file], printed[..3]);
            Assert.Equal(["--out", store], printed[^2..]);
        }
    }

    [Theory]
    [InlineData("train", "random", "--out", "a\nb")]
    [InlineData("train", "a\nb.json")]
    [InlineData("reproduce", "figure4", "--out", "a\u001bb")]
    [InlineData("check", "gradients", "--out", "a\tb")]
    public async Task A_name_that_would_break_lines_is_refused_in_one(params string[] arguments)
    {
        CommandResult result = await CommandCall.Run(arguments);
        Assert.Equal(2, result.ExitCode);
        Assert.Matches(
            @"^hebb: (--out )?'a\\u00[01][9ab]b(.json)?': a name without line breaks and control characters is needed\n$",
            result.Error
        );
    }

    private const string Experiment = """
        {
          "environment": { "name": "CartPole-v0" }, "agent": { "name": "random" },
          "budget": { "steps": 20 }, "evaluation": { "episodes": 0 }, "seeds": "0",
        }
        """;

    private async Task IsItself(string[] arguments, string results)
    {
        CommandResult result = await CommandCall.Run(arguments);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        string[] printed = await Words(results);
        Assert.Equal(["hebb", "reproduce", "figure4"], printed[..3]);
        Assert.Equal(["--out", results], printed[^2..]);
    }

    // What a shell makes of the command of a page, without the program itself.
    private async Task<string[]> Words(string results)
    {
        string[] page = await File.ReadAllLinesAsync(Path.Combine(results, "summary.md"));
        var command = page.First(line => line.StartsWith("    hebb ", StringComparison.Ordinal)).Trim();
        var folder = Made("shell");
        CommandResult result = await CommandProcess.RunShell(
            folder,
            $"hebb() {{ printf '%s\\037' hebb \"$@\"; }}; {command}"
        );
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
        return result.Output.Split(Separator)[..^1];
    }

    private string Made(string name) => Directory.CreateDirectory(_temporary.New(name)).FullName;
}
