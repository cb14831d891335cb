using CsCheck;
using Hebb.Cli.Environments;

namespace Hebb.Cli.Tests.Environments;

/// <summary>Lists of actions of any length, and files that are none.</summary>
public sealed class ActionFileTests
{
    private static readonly string[] Words = ["0", "1", "01", "+1"];
    private static readonly string[] Blanks = [" ", "\n", "\t\r\n", "\u00a0", new string(' ', 999)];

    [Fact]
    public void Actions_are_the_words_between_white_space_wherever_it_is_read_in_pieces() =>
        Gen.Select(Gen.Int[0, Words.Length - 1], Gen.Int[0, Blanks.Length - 1])
            .Select((word, blank) => (Words[word], Blanks[blank]))
            .List[0, 5000]
            .Sample(
                words =>
                {
                    string text = string.Concat(words.Select(pair => pair.Item1 + pair.Item2));
                    using var reader = new StringReader(text);
                    IReadOnlyList<int> actions = ActionText.Read(
                        "-",
                        () => reader,
                        "CartPole-v0",
                        actionCount: 2,
                        TestContext.Current.CancellationToken
                    );
                    Assert.Equal(words.Select(pair => pair.Item1 is "0" ? 0 : 1), actions);
                },
                iter: 30,
                seed: "0000KOYXr5g1"
            );

    [Theory]
    [InlineData("\0", "standard input: '????????????????????????????????????????...' at position 1 is not an integer")]
    [InlineData("1", "standard input: '1111111111111111111111111111111111111111...' at position 1 is not an integer")]
    [InlineData(" ", "standard input: more than 100,000,000 characters; at most as many are possible.")]
    [InlineData("1 ", "standard input: more than 10,000,000 actions; at most as many are possible.")]
    [InlineData("1 x ", "standard input: 'x' at position 2 is not an integer")]
    public async Task What_never_ends_is_refused(string repeated, string message)
    {
        string[] line = repeated is "1 " ? ["replay", "CartPole-v0", "--seed", "0"] : ["draw", "CartPole-v0"];
        using var endless = new EndlessReader(repeated);
        CommandResult result = await CommandCall.RunIn(
            console => console with { Input = () => endless },
            command: null,
            ["env", .. line, "--actions", "-"]
        );
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith($"hebb: {message}", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task A_device_without_end_is_refused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "It is a file there.");
        CommandResult result = await CommandCall.Run("env", "draw", "CartPole-v0", "--actions", "/dev/zero");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(" at position 1 is not an integer", result.Error, StringComparison.Ordinal);
    }

    private sealed class EndlessReader(string repeated) : TextReader
    {
        private int _place;

        public override int Read(char[] buffer, int index, int count)
        {
            for (int place = 0; place < count; place++)
            {
                buffer[index + place] = repeated[_place];
                _place = (_place + 1) % repeated.Length;
            }

            return count;
        }

        public override int Read() => throw new NotSupportedException();

#pragma warning disable MA0012 // As the platform does where there is no more.
        public override string ReadToEnd() => throw new InsufficientMemoryException("It never ends.");
#pragma warning restore MA0012
    }
}
