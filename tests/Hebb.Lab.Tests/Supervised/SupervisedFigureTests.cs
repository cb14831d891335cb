using System.Buffers.Binary;
using System.Text;
using System.Xml.Linq;
using Hebb.Lab.Logs;
using Hebb.Lab.Supervised;

namespace Hebb.Lab.Tests.Supervised;

public sealed class SupervisedFigureTests
{
    private const string Training = "#0072B2";

    [Fact]
    public void Png_is_a_picture_of_some_size()
    {
        var png = Written(Figure(Course(20)).WritePng);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
        Assert.InRange(BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), 1000, 2000);
        Assert.InRange(png.Length, 20_000, 500_000);
    }

    [Fact]
    public void Svg_says_what_it_shows()
    {
        var svg = Svg(Figure(Course(20)));
        XDocument.Parse(svg);
        string[] words =
        [
            "mnist: 784-512-10, centred",
            "seed 1, beta 0.2",
            "training examples",
            "test examples",
            "Mean cost",
            "Classified right, in %",
            "Epoch",
            "After 20 epochs: 0.01095 training, 0.0219 test",
            "After 20 epochs: 97.27 % training, 97.10 % test (best 97.15 %, epoch 19)",
        ];
        Assert.All(words, word => Assert.Contains(word, svg, StringComparison.Ordinal));
    }

    [Fact]
    public void One_epoch_is_a_point_and_hundreds_are_lines()
    {
        Assert.Contains("After 1 epoch:", Svg(Figure(Course(1))), StringComparison.Ordinal);

        // Every mark is filled; lines are not.
        Assert.True(Filled(Figure(Course(2))) > Filled(Figure(Course(300))));
        Assert.Equal(Filled(Figure(Course(300))), Filled(Figure(Course(500))));

        static int Filled(SupervisedFigure figure) =>
            Svg(figure).Split($"fill=\"{Training}\"", StringSplitOptions.None).Length;
    }

    [Fact]
    public void Costs_that_differ_much_are_drawn_on_a_logarithmic_axis()
    {
        Assert.DoesNotContain("logarithmic", Svg(Figure(Course(3))), StringComparison.Ordinal);
        EpochRecord[] course = [.. Course(100).Select(epoch => epoch with { TrainingCost = Math.Exp(-epoch.Epoch) })];
        Assert.Contains("Mean cost, logarithmic", Svg(Figure(course)), StringComparison.Ordinal);
        course[3] = course[3] with { TestCost = 0 };
        Assert.DoesNotContain("logarithmic", Svg(Figure(course)), StringComparison.Ordinal);
    }

    [Fact]
    public void Long_texts_take_more_lines()
    {
        var words = string.Join(' ', Enumerable.Range(0, 60).Select(word => $"setting{word}"));
        var svg = Svg(new SupervisedFigure(words, words, Course(3)));
        Assert.DoesNotContain(words, svg, StringComparison.Ordinal);
        Assert.Contains("setting59", svg, StringComparison.Ordinal);
        Assert.True(
            Height(new SupervisedFigure(words, words, Course(3))) > Height(new SupervisedFigure("", "", Course(3)))
        );
    }

    [Theory]
    [InlineData(double.NaN, double.NaN)]
    [InlineData(double.PositiveInfinity, 0)]
    [InlineData(0, 1)]
    [InlineData(1e-300, 1e-9)]
    [InlineData(double.Epsilon, 0.5)]
    [InlineData(1e300, 0.1)]
    [InlineData(-1, 0.1)]
    public void Numbers_of_any_kind_have_figures_too(double cost, double accuracy)
    {
        EpochRecord[] course = Course(5);
        course[2] = course[2] with { TrainingCost = cost, TestAccuracy = accuracy };
        Assert.NotEmpty(Written(Figure(course).WritePng));
        course = [.. course.Select(epoch => epoch with { TrainingCost = cost, TestCost = cost })];
        course = [.. course.Select(epoch => epoch with { TrainingAccuracy = accuracy, TestAccuracy = accuracy })];
        Assert.NotEmpty(Written(Figure(course).WritePng));
    }

    [Fact]
    public void A_figure_of_nothing_is_refused() => Assert.Throws<ArgumentException>(() => Figure([]));

    private static SupervisedFigure Figure(EpochRecord[] epochs) =>
        new("mnist: 784-512-10, centred", "seed 1, beta 0.2", epochs);

    // Better from epoch to epoch, but for the last one's test.
    private static EpochRecord[] Course(int epochs) =>
        [
            .. Enumerable
                .Range(1, epochs)
                .Select(epoch => new EpochRecord(
                    epoch,
                    Seconds: 10,
                    TrainingCost: 0.01 + (0.1 / (5 + (epoch * epoch / 4.0))),
                    TrainingAccuracy: 0.98 - (0.3 / (1 + (epoch * 2))),
                    TestCost: 0.02 + (0.2 / (5 + (epoch * epoch / 4.0))),
                    TestAccuracy: 0.98 - (0.33 / (1 + (epoch * 2))) - (epoch == epochs ? 0.001 : 0),
                    FreeSweeps: 20,
                    NudgedSweeps: 10,
                    UnsettledPhases: 0,
                    ExamplesPerSecond: 6000
                )),
        ];

    private static int Height(SupervisedFigure figure) =>
        BinaryPrimitives.ReadInt32BigEndian(Written(figure.WritePng).AsSpan(20));

    private static string Svg(SupervisedFigure figure) => Encoding.UTF8.GetString(Written(figure.WriteSvg));

    private static byte[] Written(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }
}
