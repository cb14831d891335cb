using System.CommandLine;

namespace Hebb.Cli.Tests.Consoles;

/// <summary>Names of files, folders and all else that mean nothing: one line from every command that takes one.</summary>
public sealed class NameTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    public static TheoryData<string> Commands => [.. AllCommands.Leaves.Select(one => string.Join(' ', one.Words))];

    public void Dispose() => _temporary.Dispose();

    [Theory, MemberData(nameof(Commands))]
    public async Task A_name_that_means_nothing_is_refused_in_a_line(string words)
    {
        string store = _temporary.New("store");
        new SyntheticRun { Steps = 2000 }.Write(store);
        SyntheticSweep.Write(store, trials: 2, seeds: 1);
        string file = _temporary.New("a-file");
        await File.WriteAllTextAsync(file, "0 1");
        (string[] path, Command command) = AllCommands.Leaves.Single(one => string.Join(' ', one.Words) == words);
        string[] bad =
        [
            "",
            " ",
            "\t\n",
            "a\0b",
            new string('x', 5000),
            Path.Combine(store, new string('x', 300)),
            Path.Combine(file, "below"),
        ];
        foreach (string value in bad)
        {
            foreach (Argument argument in command.Arguments)
            {
                await AssertRefused([.. path, .. Given(command, store, argument), "--", value]);
            }

            // Where runs are named by their folders nobody looks into the store.
            foreach (
                Option option in command.Options.Where(option =>
                    option.ValueType != typeof(bool) && (option.Name is not "--store" || value.Length < 5)
                )
            )
            {
                await AssertRefused([.. path, .. Given(command, store, option), option.Name, value]);
            }
        }

        Assert.False(Path.Exists(_temporary.New()));
    }

    // What a command needs beside the one that is refused.
    private string[] Given(Command command, string store, Symbol refused) =>
        [
            .. command
                .Options.Where(option => option.Required && option != refused)
                .SelectMany(option => new[] { option.Name, option.Name is "--seed" ? "0" : _temporary.New("to.csv") }),
            .. command
                .Arguments.Where(argument => argument.Arity.MinimumNumberOfValues > 0 && argument != refused)
                .Select(argument =>
                    argument.Name switch
                    {
                        "RUNS" => store,
                        "SWEEP" => "rates-sweep",
                        "environment" => "CartPole-v0",
                        "FILE" => Sweep(),
                        _ => "random",
                    }
                ),
            .. refused.Name is not "--data" && command.Options.Any(option => option.Name is "--data")
                ? new[] { "--data", Dataset() }
                : [],
            .. refused is Option
            && command.Options.Any(option => option.Name is "--store")
            && refused.Name is not "--store"
                ? new[] { "--store", store }
                : [],
        ];

    private string Dataset()
    {
        string directory = _temporary.New("dataset");
        SmallDataset.Write(directory);
        return directory;
    }

    private string Sweep()
    {
        string file = _temporary.New("sweep.json");
        File.WriteAllText(
            file,
            """{ "agent": { "name": "random" }, "environment": { "name": "CartPole-v1" }, "sweep": { "grid": { "evaluation.episodes": [2, 3] } } }"""
        );
        return file;
    }

    private static async Task AssertRefused(string[] line)
    {
        CommandResult result = await CommandCall.Run(line);
        string shown = string.Join(' ', line.Select(word => word.Length > 100 ? word[..100] + "..." : word));
        Assert.True(
            result.ExitCode == 2
                && result.Error.StartsWith("hebb: ", StringComparison.Ordinal)
                && result.Error.TrimEnd('\n').All(sign => !char.IsControl(sign)),
            $"{shown}: {result.ExitCode}, {result.Error}"
        );
    }
}
