namespace Hebb.Lab.Tables;

/// <summary>
/// Says that a column is written with as many decimals as fit the range of its numbers: three where they are within 1, as accuracies and
/// some returns are, two below 10, one below 1000, none above.
/// </summary>
public sealed class FittedDecimals
{
    private FittedDecimals() { }

    /// <summary>The one of its kind, to be named where a column is added.</summary>
    public static FittedDecimals Fitted { get; } = new();

    /// <summary>The .NET format of numbers of some range.</summary>
    /// <param name="numbers">Numbers of that range; what is not finite counts for none.</param>
    public static string FormatOf(IEnumerable<double> numbers)
    {
        var greatest = numbers.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(10).Max();
        return greatest switch
        {
            <= 1 => "0.000",
            < 10 => "0.00",
            < 1000 => "0.0",
            _ => "0",
        };
    }

    /// <summary>A number among others, in their format.</summary>
    /// <param name="others">Numbers of its range.</param>
    public static string Text(double number, IEnumerable<double> others) =>
        number.ToString(FormatOf(others), CultureInfo.InvariantCulture);
}
