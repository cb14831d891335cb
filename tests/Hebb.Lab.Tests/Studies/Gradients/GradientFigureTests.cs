using System.Text;
using System.Xml.Linq;
using Hebb.Costs;
using Hebb.Lab.Studies.Gradients;
using Hebb.Networks.Activations;

namespace Hebb.Lab.Tests.Studies.Gradients;

public sealed class GradientFigureTests
{
    private static readonly GradientCheckOptions Small = new()
    {
        Topologies = GradientCheckTests.Topologies("one-hidden", "separate-feedback"),
        Activations = [Activation.Tanh],
        Costs = [SquaredError.Half],
        Networks = 2,
    };

    [Fact]
    public void It_says_what_was_measured()
    {
        var svg = Svg(Small);

        Assert.NotNull(XDocument.Parse(svg).Root);
        string[] words =
        [
            "one-sided",
            "order 1.00, theory 1",
            "symmetric",
            "order 2.00, theory 2",
            "holomorphic",
            "order 4.00, theory 4",
            "vector-field, separate-feedback",
            "no order expected, cosine",
            "Median over 2 topologies, 1 activation, 1 cost and 2 networks of each",
            "Relative error |g - g*| / |g*|",
            "Nudging strength beta",
            "what rounding may leave",
        ];
        Assert.All(words, word => Assert.Contains(word, svg, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("recurrent-backprop")]
    [InlineData("contrastive-hebbian")]
    public void Without_an_estimator_that_nudges_it_says_so(string name)
    {
        var svg = Svg(Small with { Subjects = GradientCheckTests.Subjects(name) });

        Assert.Contains("No estimator that nudges was checked.", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Estimates_that_are_all_exact_have_a_figure_too()
    {
        GradientCheckOptions exact = Small with
        {
            Subjects = GradientCheckTests.Subjects("symmetric"),
            Topologies = GradientCheckTests.Topologies("one-hidden"),
            Activations = [Activation.Linear],
            Costs = [new LinearCost()],
        };

        Assert.NotEmpty(Svg(exact));
    }

    private static string Svg(GradientCheckOptions options)
    {
        var figure = new GradientFigure(options, GradientCheck.Run(options, jobs: 2));
        using var png = new MemoryStream();
        figure.WritePng(png);
        Assert.NotEqual(0, png.Length);
        using var stream = new MemoryStream();
        figure.WriteSvg(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
