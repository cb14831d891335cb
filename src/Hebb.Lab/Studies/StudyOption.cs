using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using Hebb.Lab.Configurations;

namespace Hebb.Lab.Studies;

/// <summary>An option of a study, as a property of its options with a <see cref="StudyOptionAttribute"/> declares it.</summary>
public sealed class StudyOption
{
    private readonly PropertyInfo _property;
    private readonly StudyOptionAttribute _declared;

    private StudyOption(PropertyInfo property, StudyOptionAttribute declared, StudyOptions standard)
    {
        _property = property;
        _declared = declared;
        Range = property.GetCustomAttribute<RangeAttribute>();
        Choices = [.. property.GetCustomAttribute<AllowedValuesAttribute>()?.Values.Cast<string>() ?? []];
        Standard = property.GetValue(standard);
        if (ItemType is { } item && !item.IsPrimitive)
        {
            Names = [.. ((IEnumerable)Standard!).Cast<object>().Select(NameOf)];
        }
    }

    /// <summary>Its name on the command line, with the two hyphens.</summary>
    public string Name => _declared.Name ?? $"--{JsonNamingPolicy.KebabCaseLower.ConvertName(_property.Name)}";

    /// <summary>What it means, for the help.</summary>
    public string Description => _declared.Description;

    /// <summary>Of names: what they are of, in the singular.</summary>
    public string Noun => _declared.Noun;

    /// <summary>Of names: what they are of, in the plural.</summary>
    public string Plural => _declared.Plural ?? $"{_declared.Noun}s";

    /// <summary>Of numbers: how many there are at least.</summary>
    public int Fewest => _declared.Fewest;

    /// <summary>The type of its values.</summary>
    public Type Type => _property.PropertyType;

    /// <summary>The type of the items of a list; null where it is none.</summary>
    public Type? ItemType =>
        Type.IsGenericType && Type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
            ? Type.GetGenericArguments()[0]
            : null;

    /// <summary>Between which numbers its own lie; null where they may be any.</summary>
    public RangeAttribute? Range { get; }

    /// <summary>The words that it takes; none where it takes something else.</summary>
    public ImmutableArray<string> Choices { get; }

    /// <summary>The names that it takes, in the order of their catalogue; none where it takes something else.</summary>
    public ImmutableArray<string> Names { get; } = [];

    /// <summary>The value where it is not given; null where that depends on something else.</summary>
    public object? Standard { get; }

    /// <summary>The options of a study, in the order of their declaration.</summary>
    /// <param name="standard">The options where nothing is given.</param>
    public static ImmutableArray<StudyOption> AllOf(StudyOptions standard)
    {
        ArgumentNullException.ThrowIfNull(standard);
        return
        [
            .. from property in standard.GetType().GetProperties()
            let declared = property.GetCustomAttribute<StudyOptionAttribute>()
            where declared is not null
            orderby property.MetadataToken
            select new StudyOption(property, declared, standard),
        ];
    }

    /// <summary>Gives options a value.</summary>
    /// <param name="options">The options, not in use yet.</param>
    /// <param name="value">The value; of names those that are chosen.</param>
    public void Set(StudyOptions options, object value) =>
        _property.SetValue(options, ItemType is { } item ? ListOf(item, value) : value);

    /// <summary>The value as the recorded configuration has it.</summary>
    internal JsonNode? ToJson(StudyOptions options) => ToJson(_property.GetValue(options));

    /// <summary>Its name in the recorded configuration.</summary>
    internal string Key => JsonNamingPolicy.CamelCase.ConvertName(_property.Name);

    /// <summary>Its place in the recorded configuration.</summary>
    internal int RecordOrder => _declared.RecordOrder;

    /// <summary>The option with its value as the command line takes it, behind a space; empty where it can be left out.</summary>
    internal string ArgumentOf(StudyOptions options)
    {
        JsonNode? value = ToJson(options);
        return value is null || (!_declared.IsAlwaysPrinted && JsonNode.DeepEquals(value, ToJson(Standard)))
            ? ""
            : $" {Name} {(value is JsonArray all ? string.Join(',', all) : value)}";
    }

    private static JsonNode? ToJson(object? value) =>
        value switch
        {
            null => null,
            string text => JsonValue.Create(text),
            SeedSet seeds => JsonValue.Create(seeds.ToString()),
            IEnumerable all => new JsonArray([
                .. all.Cast<object>()
                    .Select(one => one.GetType().IsPrimitive ? ToJson(one) : JsonValue.Create(NameOf(one))),
            ]),
            int number => JsonValue.Create(number),
            long number => JsonValue.Create(number),
            ulong number => JsonValue.Create(number),

            // Infinity is a limit that there is not.
            double number => double.IsFinite(number) ? JsonValue.Create(number) : null,
            _ => throw new NotSupportedException($"Options of {value.GetType()} are not known."),
        };

    private Array ListOf(Type item, object value)
    {
        object[] chosen =
            Names.Length == 0
                ?
                [
                    .. ((IEnumerable)value)
                        .Cast<object>()
                        .Select(one => Convert.ChangeType(one, item, CultureInfo.InvariantCulture)),
                ]
                :
                [
                    .. ((IEnumerable)Standard!)
                        .Cast<object>()
                        .Where(one => ((IEnumerable<string>)value).Contains(NameOf(one), StringComparer.Ordinal)),
                ];
        var list = Array.CreateInstance(item, chosen.Length);
        chosen.CopyTo(list, 0);
        return list;
    }

    // Things of catalogues have a property of this name.
    private static string NameOf(object item) =>
        item as string
        ?? (string?)item.GetType().GetProperty("Name")?.GetValue(item)
        ?? throw new NotSupportedException($"{item.GetType()} has no name.");
}
