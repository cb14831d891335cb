using System.ComponentModel.DataAnnotations;
using Hebb.Catalogues;
using Hebb.Lab.Configurations;
using Hebb.Lab.Records;
using Hebb.Lab.Studies;
using Hebb.Lab.Studies.Catalogue;

namespace Hebb.Lab.Tests.Studies;

public sealed class StudyPlaceTests : IDisposable
{
    private static readonly Study[] All =
    [
        .. StudyCatalogue.Reproductions,
        .. StudyCatalogue.Checks(CatalogueSet.Standard),
        new Measuring(),
    ];

    private readonly TemporaryDirectory _temporary = new();

    public static TheoryData<string> Studies => [.. All.Select(study => study.Name)];

    public void Dispose() => _temporary.Dispose();

    [Theory, MemberData(nameof(Studies))]
    public void Results_of_other_options_go_beside_and_each_is_found_again(string name)
    {
        Study study = All.Single(one => string.Equals(one.Name, name, StringComparison.Ordinal));
        var usual = _temporary.New(name);
        StudyOptions[] options = [study.CreateOptions(), Other(study, 3), Other(study, 4)];
        ResultPlace first = study.PlaceOf(options[0], usual);
        Assert.Equal((usual, false), (first.Path, first.IsBeside));
        Begin(first, Kept(study, options[0]));
        string[] places = [.. options.Select(one => study.PlaceOf(one, usual).Path)];
        Assert.Equal(3, places.Distinct(StringComparer.Ordinal).Count());
        Assert.All(places[1..], place => Assert.StartsWith($"{usual}-", place, StringComparison.Ordinal));
        Begin(study.PlaceOf(options[1], usual), Kept(study, options[1]));
        Assert.Equal(places, options.Select(one => study.PlaceOf(one, usual).Path), StringComparer.Ordinal);

        // Where the usual one is free again, what was begun beside it still goes on there, and all else in it.
        Directory.Delete(usual, recursive: true);
        Assert.Equal(places[1], study.PlaceOf(options[1], usual).Path);
        Assert.Equal(usual, study.PlaceOf(options[2], usual).Path);
    }

    [Fact]
    public void Nothing_goes_into_a_directory_that_holds_something_else()
    {
        Study study = StudyCatalogue.Reproductions.First();
        StudyOptions options = study.CreateOptions();
        foreach (var content in (string[])["notes.txt", "configuration.json"])
        {
            var usual = _temporary.New($"with {content}");
            Directory.CreateDirectory(usual);
            File.WriteAllText(Path.Combine(usual, content), "{");
            Assert.StartsWith($"{usual}-", study.PlaceOf(options, usual).Path, StringComparison.Ordinal);
        }

        var file = _temporary.New("file");
        File.WriteAllText(file, "");
        Assert.StartsWith($"{file}-", study.PlaceOf(options, file).Path, StringComparison.Ordinal);
    }

    [Fact]
    public void A_study_that_only_measures_leaves_what_its_results_are_of()
    {
        var study = new Measuring();
        var usual = _temporary.New("measured");
        foreach (var count in (int[])[1, 2, 1])
        {
            var options = new Counted { Count = count };
            ResultPlace place = study.PlaceOf(options, usual);
            using StudySession session = study.Open(options, place.Path);
            session.Run(jobs: 1, CancellationToken.None);
            session.Write(arguments => arguments, CancellationToken.None);
        }

        Assert.Equal("1", File.ReadAllText(Path.Combine(usual, "count")));
        Assert.Equal(2, Directory.GetDirectories(Path.GetDirectoryName(usual)!).Length);
    }

    private static StudyOptions Other(Study study, ulong seed)
    {
        StudyOptions options = study.CreateOptions();
        StudyOption option = study.Options.First(one =>
            one.Standard is SeedSet || one.Type == typeof(int) || one.Type == typeof(long)
        );
        option.Set(options, option.Standard is SeedSet ? SeedSet.Range(seed, seed) : (object)(int)seed);
        return options;
    }

    private static IConfiguration Kept(Study study, StudyOptions options)
    {
        var method = study.GetType().GetMethod("ConfigurationOf")!;
        return (IConfiguration)method.Invoke(study, [options])!;
    }

    private static void Begin(ResultPlace place, IConfiguration configuration) =>
        ConfiguredDirectory.Open(place.Path, configuration).Dispose();

    private sealed record Counted : StudyOptions
    {
        [StudyOption(Description = "How many.")]
        [Range(1, 10)]
        public int Count { get; init; } = 1;
    }

    private sealed class Measuring()
        : MeasurementStudy<Counted, string>("measuring", "Measures nothing.", (_, _, _, _) => [])
    {
        public override FormattableString Subject(Counted options) => $"nothing";

        public override IReadOnlyList<(string Name, Action<Stream> Write)> Files(
            Counted options,
            IReadOnlyList<string> findings,
            string command
        ) => [("count", stream => stream.Write([(byte)('0' + options.Count)]))];

        public override void Show(Counted options, IReadOnlyList<string> findings, IStudyOutput output) { }
    }
}
