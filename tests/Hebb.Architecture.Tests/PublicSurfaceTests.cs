using System.Reflection;
using System.Xml.Linq;
using PublicApiGenerator;

namespace Hebb.Architecture.Tests;

/// <summary>
/// What others can build on is listed in a file beside each library, <c>PublicSurface.txt</c>, so that a change of it is seen in the
/// change of a file. With HEBB_PUBLIC_SURFACE=write in the environment the files are written anew.
/// </summary>
public sealed class PublicSurfaceTests
{
    private const string Command =
        "HEBB_PUBLIC_SURFACE=write dotnet run -c Release --project tests/Hebb.Architecture.Tests"
        + " -- -class Hebb.Architecture.Tests.PublicSurfaceTests";

    public static TheoryData<Type> Libraries => [typeof(Networks.EnergyNetwork<>), typeof(Lab.Runs.RunPlan)];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void The_public_surface_is_the_listed_one(Type example)
    {
        Assembly library = example.Assembly;
        var path = Path.Combine(Repository.Sources, library.GetName().Name!, "PublicSurface.txt");
        string[] actual = Listed(library);
        if (Environment.GetEnvironmentVariable("HEBB_PUBLIC_SURFACE") == "write")
        {
            File.WriteAllText(path, string.Join('\n', actual) + '\n');
        }

        string[] listed = File.ReadAllLines(path);
        string[] changes =
        [
            .. listed.Except(actual, StringComparer.Ordinal).Select(line => $"- {line.Trim()}"),
            .. actual.Except(listed, StringComparer.Ordinal).Select(line => $"+ {line.Trim()}"),
        ];
        Assert.True(
            listed.SequenceEqual(actual, StringComparer.Ordinal),
            $"{path} differs from the code. If the change is meant, write it anew:\n{Command}\n{string.Join('\n', changes)}"
        );
    }

    // That it is documented at all the compiler sees to, and is content with a parameter.
    [Theory]
    [MemberData(nameof(Libraries))]
    public void What_is_documented_has_a_summary(Type example)
    {
        var name = example.Assembly.GetName().Name;
        XElement[] members =
        [
            .. XDocument.Load(Path.Combine(AppContext.BaseDirectory, $"{name}.xml")).Descendants("member"),
        ];
        Assert.True(members.Length > 1000, $"{members.Length} members are few");
        Assert.Empty(members.Where(member => !IsSummedUp(member)).Select(member => (string?)member.Attribute("name")));
    }

    // Remarks alone are what the platform's generator of expressions writes.
    private static bool IsSummedUp(XElement member) =>
        member.Element("inheritdoc") is not null
        || member.Element("summary") is { } summary && (summary.HasElements || summary.Value.Trim().Length > 0)
        || member.Elements().All(element => element.Name == "remarks");

    private static string[] Listed(Assembly library) =>
        library
            .GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false })
            .ReplaceLineEndings("\n")
            .TrimEnd()
            .Split('\n');
}
