using System.Text.RegularExpressions;
using Hebb.Cli.Tests.Gallery;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hebb.Cli.Tests.Documentation;

/// <summary>Code that the documentation shows compiles against the libraries as they are.</summary>
public sealed partial class ShownCodeTests
{
    private static readonly string[] Implicit = ["System", "System.Collections.Generic", "System.IO", "System.Linq"];

    private static readonly SyntaxTree Usual = Parsed(
        string.Concat(Implicit.Select(name => $"global using {name};\n"))
    );

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    // What an excerpt takes from the text around it.
    private const string Around = "const ulong seed = 1;";

    private static readonly string[] Pages =
    [
        "../README.md",
        "../src/Hebb/README.md",
        "../src/Hebb.Lab/README.md",
        .. Directory
            .EnumerateFiles(GalleryPage.Documentation, "*.md", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(GalleryPage.Documentation, path)),
    ];

    // Excerpts leave the directives out.
    private static readonly SyntaxTree Namespaces = Parsed(
        string.Concat(
            new[] { typeof(Hebb.Policies.Policy), typeof(Hebb.Lab.Runs.RunPlan) }
                .SelectMany(type => type.Assembly.GetExportedTypes())
                .Select(type => type.Namespace!)
                .Where(name => !name.StartsWith("Hebb.Report", StringComparison.Ordinal))
                .Concat(Implicit)
                .Distinct(StringComparer.Ordinal)
                .Select(name => $"global using {name};\n")
        )
    );

    public static TheoryData<string, string> Blocks =>
        [
            .. from page in Pages
            from block in CodeBlock().Matches(File.ReadAllText(Path.Combine(GalleryPage.Documentation, page)))
            select (page, block.Groups["code"].Value),
        ];

    [Theory]
    [MemberData(nameof(Blocks))]
    public void What_is_shown_compiles(string page, string code) =>
        Assert.True(Errors(code) is [], $"{page}: {string.Join('\n', Errors(code))}");

    [Fact]
    public void What_does_not_compile_is_found()
    {
        Assert.NotEmpty(Errors("var learner = new Learner(1);"));
        Assert.Empty(
            Errors(
                "var task = new AgentDefinition(\"ppo\", CatalogueSet.Standard.CreateEnvironment(\"CartPole-v1\").Specification);"
            )
        );
        Assert.True(Blocks.Count >= 5, $"{Blocks.Count} blocks are few");
    }

    private static string[] Errors(string code)
    {
        var isExcerpt = !code.Contains("using Hebb.", StringComparison.Ordinal);
        return
        [
            .. CSharpCompilation
                .Create(
                    "Shown",
                    [Parsed(isExcerpt ? $"{Around}\n{code}" : code), isExcerpt ? Namespaces : Usual],
                    References,
                    new CSharpCompilationOptions(OutputKind.ConsoleApplication)
                )
                .GetDiagnostics()
                .Where(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error)
                .Select(diagnostic => diagnostic.ToString()),
        ];
    }

    // The language of the compiler that builds the programs, which is newer than this package's.
    private static SyntaxTree Parsed(string text) =>
        CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview));

    [GeneratedRegex(
        @"^```csharp\n(?<code>.*?)^```",
        RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex CodeBlock();
}
