using System.CommandLine;
using System.Globalization;
using Hebb.Lab.Studies.Gradients;

namespace Hebb.Cli.Check;

/// <summary>The option <c>--tolerance</c>: when a phase ends.</summary>
internal static class ToleranceOption
{
    private const double Largest = 0.1;

    /// <summary>Makes the option.</summary>
    /// <param name="name">Its name, with the two hyphens.</param>
    public static Option<double> Create(string name) =>
        new(name)
        {
            Description = $"How far a unit may still move in a sweep when a phase ends. {Range}.",
            HelpName = "X",
            DefaultValueFactory = _ => GradientCheckOptions.LeastTolerance,
            CustomParser = result =>
            {
                var given = result.Tokens[0].Value;
                if (
                    double.TryParse(given, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                    && value is >= GradientCheckOptions.LeastTolerance and <= Largest
                )
                {
                    return value;
                }

                result.AddError($"{name} '{given}': a number is needed. {Range}");
                return GradientCheckOptions.LeastTolerance;
            },
        };

    private static string Range =>
        string.Create(CultureInfo.InvariantCulture, $"From {GradientCheckOptions.LeastTolerance:0e-0} to {Largest}");
}
