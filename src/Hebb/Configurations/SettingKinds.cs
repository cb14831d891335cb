using System.Reflection;
using Hebb.Catalogues;
using Hebb.Environments.OpenLock.Rooms;
using Hebb.Networks.Activations;
using Hebb.Settings;

namespace Hebb.Configurations;

/// <summary>Which kind the properties of settings are of.</summary>
internal static class SettingKinds
{
    /// <summary>The kind of a property; null where it is a part of its own.</summary>
    public static SettingKind? Of(PropertyInfo property, CatalogueSet known)
    {
        Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var range = property.GetCustomAttribute<RangeAttribute>();
        return type switch
        {
            _ when property.GetCustomAttribute<NamedInAttribute>() is { } named => new ChoiceKind([
                .. SettingChoices.Names(named.Catalogue, known).Select(name => (name, (object)name)),
            ]),
            _ when type == typeof(bool) => new SwitchKind(),
            _ when type == typeof(Activation) => new ChoiceKind([
                .. known.Activations.Select(activation => (activation.Name, (object)activation)),
            ]),
            _ when type == typeof(Scenario) => new ChoiceKind([
                .. Scenario.All.Select(scenario => (scenario.Name, (object)scenario)),
            ]),
            _ when type == typeof(ImmutableArray<Scenario>) => new ListKind<Scenario>(
                new ChoiceKind([
                    .. Scenario.All.Concat(Scenario.Larger).Select(scenario => (scenario.Name, (object)scenario)),
                ])
            ),
            _ when type == typeof(Trial) => new ChoiceKind([.. Trial.All.Select(trial => (trial.Name, (object)trial))]),
            _ when type.IsEnum => new ChoiceKind([
                .. Enum.GetNames(type).Select(name => (SettingText.Kebab(name), Enum.Parse(type, name))),
            ]),
            _ when type == typeof(ImmutableArray<int>) => new ListKind<int>(Number(typeof(int), range)),
            _ when type == typeof(ImmutableArray<float>) => new ListKind<float>(Number(typeof(float), range)),
            _ when type == typeof(ImmutableArray<double>) => new ListKind<double>(Number(typeof(double), range)),
            _ when IsNumber(type) => Number(type, range),
            _ when type == typeof(string) => new TextKind(),
            _ => null,
        };
    }

    private static bool IsNumber(Type type) =>
        type == typeof(int) || type == typeof(long) || type == typeof(float) || type == typeof(double);

    private static NumberKind Number(Type type, RangeAttribute? range) => new(type, NumberRange.Of(type, range));
}
