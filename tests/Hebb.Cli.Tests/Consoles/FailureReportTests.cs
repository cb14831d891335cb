using System.Globalization;
using System.Runtime.InteropServices;
using Hebb.Catalogues;
using Hebb.Cli.Consoles;
using Hebb.Environments;

namespace Hebb.Cli.Tests.Consoles;

/// <summary>Whatever is thrown becomes one line, exit code 1 and a file with the details.</summary>
public sealed class FailureReportTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    public static TheoryData<Exception, string> Thrown =>
        new()
        {
            {
                new InsufficientMemoryException(),
                "there is not enough memory: fewer jobs or threads, smaller networks, batches or datasets need less"
            },
            {
                new AggregateException(
                    new InvalidOperationException("A part failed.", new InsufficientMemoryException())
                ),
                "there is not enough memory: fewer jobs or threads, smaller networks, batches or datasets need less"
            },
            { new InvalidOperationException("It is\nbroken."), "this should not have happened: It is broken" },
            {
                new TypeInitializationException("Some.Type", new FormatException("It is 3.")),
                "this should not have happened: It is 3"
            },
            { new AggregateException(new OverflowException("Too large.")), "this should not have happened: Too large" },
        };

    public void Dispose() => _temporary.Dispose();

    [Theory, MemberData(nameof(Thrown))]
    public async Task It_is_a_line_and_a_file(Exception exception, string line)
    {
        Directory.CreateDirectory(_temporary.New());
        CommandResult result = await Run(exception, _temporary.New());
        var file = Directory.GetFiles(_temporary.New()).Single();
        Assert.Equal(
            (1, "", $"hebb: {line}; the details are in {file}\n"),
            (result.ExitCode, result.Output, result.Error)
        );
        var details = await File.ReadAllTextAsync(file);
        Assert.StartsWith($"hebb {ConsoleVersion.Text}\n", details, StringComparison.Ordinal);
        Assert.Contains(RuntimeInformation.OSDescription, details, StringComparison.Ordinal);
        Assert.Contains("hebb env draw 'it'\\''s' --seed 1", details, StringComparison.Ordinal);
        Assert.Contains(exception.GetBaseException().Message, details, StringComparison.Ordinal);
        Assert.Contains("at Hebb.", details, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public async Task Where_no_file_can_be_made_the_line_says_so()
    {
        CommandResult result = await Run(new InsufficientMemoryException(), _temporary.New("missing"));
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("; the details could not be written (", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task A_planted_link_is_not_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a right of their own there.");
        var target = _temporary.New("target");
        await File.WriteAllTextAsync(target, "precious");
        Directory.CreateDirectory(_temporary.New());
        for (var second = 0; second < 60; second++)
        {
            var time = DateTime.UtcNow.AddSeconds(second).ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
            var name = $"hebb-error-{time}-{Environment.ProcessId}.txt";
            File.CreateSymbolicLink(
                Path.Combine(_temporary.New(), name),
                second % 2 == 0 ? target : _temporary.New("dangling")
            );
        }

        CommandResult result = await Run(new InsufficientMemoryException(), _temporary.New());
        Assert.Matches(@"-2\.txt\n$", result.Error);
        Assert.Equal("precious", await File.ReadAllTextAsync(target));
        Assert.False(File.Exists(_temporary.New("dangling")));
    }

    [Fact]
    public void Reports_lie_where_temporary_files_do() =>
        Assert.Equal(Path.GetTempPath(), FailureReport.StandardFolder());

    private static Task<CommandResult> Run(Exception exception, string folder)
    {
        EnvironmentEntry known = CatalogueSet.Standard.Environments.Find("CartPole-v0");
        var broken = new EnvironmentEntry(
            known.Specification with
            {
                Name = "it's",
            },
            known.Editions,
            (_, _) => throw exception
        );
        var command = new HebbCommand(
            CatalogueSet.Standard with
            {
                Environments = CatalogueSet.Standard.Environments.Add(broken),
            }
        );
        return CommandCall.RunIn(
            console => console with { Reports = () => folder },
            command,
            "env",
            "draw",
            "it's",
            "--seed",
            "1"
        );
    }
}
