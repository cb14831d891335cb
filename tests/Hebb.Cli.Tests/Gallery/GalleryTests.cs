using System.CommandLine.Parsing;
using Hebb.Catalogues;

namespace Hebb.Cli.Tests.Gallery;

/// <summary>
/// The gallery says what the program has: every agent and estimator has a page, and tables are those that the program and the other
/// pages give. With <c>HEBB_WRITE_GALLERY=1</c> in the environment the tables are written anew.
/// </summary>
public sealed class GalleryTests
{
    private static readonly bool Writes = Environment.GetEnvironmentVariable("HEBB_WRITE_GALLERY") == "1";

    private static readonly string Sources = Path.Combine(GalleryPage.Documentation, "..", "tests");

    public static TheoryData<string> Names => [.. GalleryPage.All.Select(page => page.Name)];

    public static TheoryData<string> Entries => [.. GalleryPage.Entries.Select(page => page.Name)];

    [Fact]
    public void Every_agent_and_every_estimator_has_its_page() =>
        Assert.Equal(
            CatalogueSet
                .Standard.Agents.Names.Concat(CatalogueSet.Standard.Estimators.Names)
                .Order(StringComparer.Ordinal),
            GalleryPage
                .Entries.SelectMany(page => page.Subjects)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_is_made_of_the_program_is_what_the_program_gives(string name)
    {
        GalleryPage page = Page(name);
        Dictionary<(string, string), string> made = [];
        foreach ((var kind, var argument, _) in page.Blocks)
        {
            made[(kind, argument)] = await Content(kind, argument);
        }

        var text = page.With((kind, argument) => made[(kind, argument)]);
        if (Writes)
        {
            page.Write(text);
        }

        Assert.Equal(text, page.Text);
        Assert.All(made.Values, Assert.NotEmpty);
    }

    [Theory]
    [MemberData(nameof(Entries))]
    public void A_page_has_an_equation_a_source_a_command_and_a_test(string name)
    {
        GalleryPage page = Page(name);
        Assert.Contains("**Source.**", page.Text, StringComparison.Ordinal);
        Assert.Contains("$$", page.Text, StringComparison.Ordinal);
        Assert.Contains(page.Blocks, block => block.Kind is "settings" or "learner");
        Assert.Contains(page.Blocks, block => block.Kind is "rows" or "gradients" or "exact");
        Assert.Contains(page.Commands, command => IsOf(page, command));
        Assert.NotEmpty(page.Tests);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_commands_are_understood(string name) =>
        Assert.All(
            Page(name).Commands,
            command =>
                Assert.Empty(
                    HebbCommand
                        .Standard.Root.Parse(CommandLineParser.SplitCommandLine(command).Skip(1).ToArray())
                        .Errors
                )
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void The_tests_that_it_names_exist(string name) =>
        Assert.All(Page(name).Tests, test => Assert.True(Exists(test), $"{test} does not exist"));

    [Theory]
    [InlineData("Hebb.Cli.Tests.Gallery", "GalleryTests", "Its_commands_are_understood", true)]
    [InlineData("Hebb.Cli.Tests.Gallery", "GalleryTests", "Its_commands_are_misunderstood", false)]
    [InlineData("Hebb.Cli.Tests", "GalleryTests", "Its_commands_are_understood", false)]
    public void A_test_that_does_not_exist_is_found(string space, string type, string method, bool exists) =>
        Assert.Equal(exists, Exists((space, type, method)));

    private static GalleryPage Page(string name) => GalleryPage.All.Single(page => page.Name == name);

    private static Task<string> Content(string kind, string argument) =>
        kind switch
        {
            "settings" => SettingsTables.Of(argument),
            "variants" => SettingsTables.Differences(argument.Split(' ')),
            "rows" => Task.FromResult(DocumentedRows.Of(argument)),
            "gradients" => Task.FromResult(DocumentedRows.Gradients(argument)),
            "exact" => Task.FromResult(DocumentedRows.Exact(argument)),
            "learner" => Task.FromResult(LearnerTable.Of()),
            "index" => Task.FromResult(GalleryIndex.Of(argument)),
            _ => throw new ArgumentException($"{kind}: there are no such blocks", nameof(kind)),
        };

    // The report's methods have names of their own in their study.
    private static bool IsOf(GalleryPage page, string command) =>
        !page.Subjects.Any()
        || page.Subjects.Any(subject =>
            command
                .Split(' ', ',')
                .Contains(subject.Replace("report-", "", StringComparison.Ordinal), StringComparer.Ordinal)
        );

    private static bool Exists((string Namespace, string Class, string Method) test) =>
        Directory
            .EnumerateFiles(Sources, $"{test.Class}.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText)
            .Any(text =>
                text.Contains($"namespace {test.Namespace};", StringComparison.Ordinal)
                && text.Contains($" {test.Method}(", StringComparison.Ordinal)
            );
}
