using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Hebb.Naming;

namespace Hebb.Settings;

/// <summary>Records of settings, read and copied by their properties.</summary>
public static class SettingRecord
{
    private const DynamicallyAccessedMemberTypes Members =
        DynamicallyAccessedMemberTypes.PublicProperties
        | DynamicallyAccessedMemberTypes.PublicMethods
        | DynamicallyAccessedMemberTypes.PublicParameterlessConstructor;

    private const string Kept =
        "ISettings says it of every type that implements it, which the trimmer heeds and the analyzer does not.";

    // What the compiler calls the method of a record behind 'with'.
    private const string CloneName = "<Clone>$";
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Known = new();

    /// <summary>The properties that can be set while a record is made; those of the type it derives from first.</summary>
    /// <param name="type">The type of the record.</param>
    public static IReadOnlyList<PropertyInfo> PropertiesOf([DynamicallyAccessedMembers(Members)] Type type) =>
        Known.TryGetValue(type, out PropertyInfo[]? known) ? known : Known[type] = Properties(type);

    /// <summary>The type of settings, whose properties are kept however a program is trimmed.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2073", Justification = Kept)]
    [return: DynamicallyAccessedMembers(Members)]
    public static Type TypeOf(ISettings settings) => settings.GetType();

    /// <summary>A type of settings, as it is or as a property of settings has it; see <see cref="TypeOf(ISettings)"/>.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    [UnconditionalSuppressMessage("Trimming", "IL2068", Justification = Kept)]
    [return: DynamicallyAccessedMembers(Members)]
    public static Type TypeOf(Type type) =>
        typeof(ISettings).IsAssignableFrom(type)
            ? type
            : throw new ArgumentException($"type: {type?.Name}; a type of settings is needed", nameof(type));

    /// <summary>Whether a property is a record of settings, rather than one value.</summary>
    public static bool IsPart(PropertyInfo property)
    {
        ArgumentNullException.ThrowIfNull(property);
        return typeof(ISettings).IsAssignableFrom(property.PropertyType);
    }

    /// <summary>Whether values of a type are chosen by name and have settings of their own: an abstract record with a name.</summary>
    public static bool IsChosen(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type.IsAbstract && typeof(INamed).IsAssignableFrom(type) && typeof(ISettings).IsAssignableFrom(type);
    }

    /// <summary>Whether there need be no value of a property.</summary>
    public static bool IsOptional(PropertyInfo property) =>
        new NullabilityInfoContext().Create(property).WriteState is NullabilityState.Nullable;

    /// <summary>A copy, whose nested records are copies too.</summary>
    /// <typeparam name="T">The type of the record.</typeparam>
    public static T Copy<T>(T settings)
        where T : class, ISettings
    {
        ISettings record = settings;
        var copy = (T)TypeOf(record).GetMethod(CloneName)!.Invoke(record, parameters: null)!;
        foreach (PropertyInfo property in PropertiesOf(TypeOf(record)).Where(IsPart))
        {
            if (property.GetValue(copy) is ISettings part)
            {
                property.SetValue(copy, Copy(part));
            }
        }

        return copy;
    }

    /// <summary>A record of another type with what it has in common with the first: values of equal name and type.</summary>
    /// <typeparam name="T">What both are.</typeparam>
    /// <param name="standard">The other, which stays as it is; its values where they have nothing in common.</param>
    public static T Carried<T>(T from, T standard)
        where T : class, ISettings
    {
        ArgumentNullException.ThrowIfNull(from);
        T copy = Copy(standard);
        ISettings target = copy;
        ISettings source = from;
        foreach (PropertyInfo property in PropertiesOf(TypeOf(target)))
        {
            if (
                PropertiesOf(TypeOf(source))
                    .FirstOrDefault(one => string.Equals(one.Name, property.Name, StringComparison.Ordinal))
                    is { } same
                && same.PropertyType == property.PropertyType
            )
            {
                property.SetValue(copy, same.GetValue(from));
            }
        }

        return copy;
    }

    private static PropertyInfo[] Properties([DynamicallyAccessedMembers(Members)] Type type) =>
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.SetMethod is not null)
                .OrderBy(property => Depth(property)),
        ];

    private static int Depth(PropertyInfo property)
    {
        var depth = 0;
        for (Type? type = property.GetMethod!.GetBaseDefinition().DeclaringType; type is not null; type = type.BaseType)
        {
            depth++;
        }

        return depth;
    }
}
