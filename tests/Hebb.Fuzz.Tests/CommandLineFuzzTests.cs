namespace Hebb.Fuzz.Tests;

/// <summary>Random command lines: every command, with options and values that are right, nearly right or absurd.</summary>
[Collection(OneAfterAnother.Name)]
public sealed class CommandLineFuzzTests(FuzzWorkspace workspace)
{
    private const int CasesInSuite = 120;
    private const int CasesToRestore = 40;

    // Long enough for a command to be in the midst of its work.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(60);

    [Fact]
    public async Task No_command_line_does_anything_but_work_or_say_in_a_line_what_is_wrong()
    {
        FuzzedSyntax[] commands = await FuzzedSyntax.ReadAll();
        Assert.True(commands.Length > 20);
        var defects = new FuzzDefects();
        foreach (var number in FuzzBudget.Cases(CasesInSuite))
        {
            if (number % CasesToRestore == 0)
            {
                workspace.Restore();
            }

            Random random = FuzzBudget.Stream(kind: 1, number);
            string[] arguments = Draw(random, commands[random.Next(commands.Length)]);
            int? width = random.Next(3) == 0 ? random.Next(1, 401) : null;
            var defect = await FuzzedCommand.Run(arguments, Input(random), width, random.Next(1, 3) * Longest / 2);
            if (defect is not null)
            {
                defects.Add(
                    $"case {number}, hebb {string.Join(' ', arguments.Select(word => $"'{word}'"))} at width {width}: {defect}"
                );
            }
        }

        defects.RequireNone();
    }

    private static string[] Draw(Random random, FuzzedSyntax command)
    {
        var words = new List<string>(command.Path);
        for (var argument = random.Next(command.Arguments + 1); argument > 0; argument--)
        {
            words.Add(FuzzedValues.Of(random, option: null, random.Next(2) == 0 ? "DIR" : "NAME"));
        }

        // A data set that is not here would be downloaded.
        if (command.Path is ["supervised"])
        {
            words.AddRange(["--data", FuzzedValues.Of(random, "--data", "DIR")]);
        }

        for (var option = random.Next(5); option > 0; option--)
        {
            (var name, var value) = command.Options[random.Next(command.Options.Length)];
            if (name == "--data")
            {
                continue;
            }

            words.Add(name);
            if (value is not null && random.Next(20) > 0)
            {
                words.Add(FuzzedValues.Of(random, name, value));
            }
        }

        return [.. words];
    }

    private static string Input(Random random) =>
        random.Next(4) switch
        {
            0 => "",
            1 => "0 1 0 1\n",
            2 => "q\nh\n\n?\n\u0004",
            _ => string.Concat(Enumerable.Range(0, 40).Select(_ => (char)random.Next(1, 1000))),
        };
}
