using CsCheck;
using Hebb.Lab.Configurations;
using Hebb.Lab.Studies;
using Hebb.Lab.Studies.Landscapes;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Tests.Studies.Landscapes;

/// <summary>Numbers of any size: they are refused in a line, or what comes of them is written and shown, marked where it is no number.</summary>
public sealed class LandscapeExtremesTests
{
    private static readonly LandscapeCheckOptions Small = new()
    {
        Seeds = SeedSet.Range(0, 0),
        Steps = 40,
        Inputs = 2,
    };

    private static readonly Gen<double> Any = Gen.Frequency(
        (1, Gen.Const(1.0)),
        (2, Gen.Double[-323, 308].Select(power => Math.Pow(10, power)))
    );

    private static readonly Gen<LandscapeCheckOptions> Options =
        from depth in Gen.Int[1, 3]
        from feedback in Any
        from beta in Gen.Nullable(Any, 0.5)
        from limit in Gen.Frequency((2, Gen.Const(double.PositiveInfinity)), (1, Any))
        select Small with
        {
            Depths = [depth],
            Feedbacks = [feedback],
            Beta = beta,
            FeedbackLimit = limit,
        };

    [Fact]
    public void Options_of_any_size_are_refused_or_give_every_file() =>
        Options.Sample(
            options => Assert.True(IsRefused(options) || IsWritten(options)),
            iter: 60,
            seed: "0000KOYXr5g1"
        );

    [Theory]
    [InlineData(
        1,
        1e-300,
        null,
        "--feedbacks 1E-300: with 1 hidden layer the energy has weights of 1E+300, which is infinite in float32; "
    )]
    [InlineData(
        2,
        1e30,
        1.0,
        "--feedbacks 1E+30: with 2 hidden layers the energy has weights of 1E-60, which is 0 in float32; "
    )]
    [InlineData(
        1,
        1e30,
        null,
        "--feedbacks 1E+30: the nudging strength, 0.1 / gamma^2, is 1E-61, which is 0 in float32; "
    )]
    [InlineData(1, 1.0, 1e-300, "--beta 1E-300: it is 1E-300, which is 0 in float32; ")]
    [InlineData(1, 1.0, 1e300, "--beta 1E+300: it is 1E+300, which is infinite in float32; ")]
    public void What_can_never_work_is_refused(int depth, double feedback, double? beta, string line)
    {
        LandscapeCheckOptions options = Small with { Depths = [depth], Feedbacks = [feedback], Beta = beta };
        var refusal = Assert.Throws<StudyOptionException>(() => new LandscapeStudy().Check(options));
        Assert.Equal($"{line}one between 1.4e-45 and 3.4e38 is needed", refusal.Message);
    }

    [Fact]
    public void What_is_no_number_is_marked()
    {
        // The two phases differ by less than float32 can tell: there is no gradient.
        LandscapeCheckOptions options = Small with
        {
            Depths = [1],
            Feedbacks = [1],
            Beta = 1e-37,
        };
        var findings = LandscapeCheck.Run(options);
        Assert.All(findings, finding => Assert.False(finding.IsMeasured));
        var output = new Lines();
        new LandscapeStudy().Show(options, findings, output);
        Assert.Equal("unmeasured", output.Table!.Columns[^1].Name);
        Assert.All(output.Table.Rows, row => Assert.Equal("1 of 1", row.Cells[^1]));
        Assert.Contains(output.Written, line => line.StartsWith("unmeasured: ", StringComparison.Ordinal));
        Assert.Contains(
            "2 of 2 networks diverged, or have a gradient of 0",
            Text(options, findings, "landscape.svg"),
            StringComparison.Ordinal
        );
        Assert.Contains(",NaN,", Text(options, findings, "landscape.csv"), StringComparison.Ordinal);
    }

    private static bool IsRefused(LandscapeCheckOptions options)
    {
        try
        {
            new LandscapeStudy().Check(options);
            return false;
        }
        catch (StudyOptionException)
        {
            return true;
        }
    }

    private static bool IsWritten(LandscapeCheckOptions options)
    {
        var findings = LandscapeCheck.Run(options);
        var output = new Lines();
        new LandscapeStudy().Show(options, findings, output);
        return output.Table!.Rows.Count == 2
            && new LandscapeStudy()
                .Files(options, findings, "")
                .Where(file => !file.Name.EndsWith(".png", StringComparison.Ordinal))
                .All(file => Text(options, findings, file.Name).Length > 100);
    }

    private static string Text(LandscapeCheckOptions options, IReadOnlyList<LandscapeFinding> findings, string name)
    {
        using var stream = new MemoryStream();
        new LandscapeStudy().Files(options, findings, "").Single(file => file.Name == name).Write(stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private sealed class Lines : IStudyOutput
    {
        public TextTable? Table { get; private set; }

        public List<string> Written { get; } = [];

        public int Width => 120;

        public void Line(FormattableString text) => Written.Add(FormattableString.Invariant(text));

        public void Show(TextTable table) => Table = table;
    }
}
