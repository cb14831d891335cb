using System.ComponentModel.DataAnnotations;
using Hebb.Cli.Options;
using Hebb.Lab.Configurations;
using Hebb.Lab.Studies;

namespace Hebb.Cli.Studies;

/// <summary>An option of a study on the command line.</summary>
/// <param name="Value">What was given; null where nothing was.</param>
internal sealed record StudyArgument(StudyOption Declared, Option Option, Func<ParseResult, object?> Value)
{
    /// <summary>The option of a command for an option of a study.</summary>
    /// <exception cref="NotSupportedException">There is no such kind of option.</exception>
    public static StudyArgument Of(StudyOption declared)
    {
        if (declared.Names.Length > 0)
        {
            return Make(declared, NamesOption.Create(declared.Name, declared.Noun, declared.Plural, declared.Names));
        }

        if (declared.ItemType is not null)
        {
            return Numbers(declared);
        }

        if (declared.Choices.Length > 0)
        {
            return Make(
                declared,
                ChoiceOption.Create(declared.Name, declared.Description, declared.Choices, (string)declared.Standard!)
            );
        }

        if (declared.Standard is SeedSet seeds)
        {
            return Make(
                declared,
                declared.Description.Length > 0
                    ? SeedsOption.Create(seeds, declared.Description)
                    : SeedsOption.Create(seeds)
            );
        }

        return (Nullable.GetUnderlyingType(declared.Type) ?? declared.Type) == typeof(double)
            ? Number(declared)
            : WholeNumber(declared);
    }

    private static StudyArgument Number(StudyOption declared)
    {
        (RangeAttribute range, var standard) = (RangeOf(declared), (double?)declared.Standard);
        return Make(
            declared,
            double.IsPositiveInfinity((double)range.Maximum)
                ? NumberOption.Positive(
                    declared.Name,
                    declared.Description,
                    standard is { } number && double.IsFinite(number) ? number : null
                )
                : NumberOption.Between(
                    declared.Name,
                    declared.Description,
                    standard!.Value,
                    (double)range.Minimum,
                    (double)range.Maximum
                )
        );
    }

    private static StudyArgument WholeNumber(StudyOption declared)
    {
        RangeAttribute range = RangeOf(declared);
        var (low, high) = (Whole(range.Minimum), Whole(range.Maximum));
        StudyArgument argument = declared.Standard is { } standard
            ? Make(declared, WholeNumberOption.Create(declared.Name, declared.Description, Whole(standard), low, high))
            : Make(declared, WholeNumberOption.CreateOptional(declared.Name, declared.Description, low, high));
        Type type = Nullable.GetUnderlyingType(declared.Type) ?? declared.Type;
        return argument with
        {
            Value = parsed =>
                argument.Value(parsed) is { } value
                    ? Convert.ChangeType(value, type, CultureInfo.InvariantCulture)
                    : null,
        };
    }

    private static StudyArgument Numbers(StudyOption declared)
    {
        RangeAttribute range = RangeOf(declared);
        var isWhole = declared.ItemType == typeof(int);
        var (low, high) = (Real(range.Minimum), Real(range.Maximum));
        var needed =
            isWhole ? $"whole numbers from {range.Minimum} to {range.Maximum}"
            : double.IsPositiveInfinity(high) ? "positive numbers"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"at least {declared.Fewest} numbers above {low} and at most {high}"
            );
        return Make(
            declared,
            NumbersOption.Create(
                declared.Name,
                declared.Description,
                ((System.Collections.IEnumerable)declared.Standard!).Cast<object>().Select(Real),
                needed,
                value =>
                    (range.MinimumIsExclusive ? value > low : value >= low)
                    && value <= high
                    && (!isWhole || Math.Truncate(value).Equals(value)),
                declared.Fewest
            )
        );
    }

    private static RangeAttribute RangeOf(StudyOption declared) =>
        declared.Range ?? throw new NotSupportedException($"{declared.Name} has no range: one is needed.");

    private static long Whole(object number) => Convert.ToInt64(number, CultureInfo.InvariantCulture);

    private static double Real(object number) => Convert.ToDouble(number, CultureInfo.InvariantCulture);

    private static StudyArgument Make<T>(StudyOption declared, Option<T> option) =>
        new(declared, option, parsed => parsed.GetValue(option));
}
