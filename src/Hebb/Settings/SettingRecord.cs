using System.Collections.Concurrent;
using System.Reflection;
using Hebb.Naming;

namespace Hebb.Settings;

/// <summary>Records of settings, read and copied by their properties.</summary>
public static class SettingRecord
{
    private const string CloneName = "<Clone>$";
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Known = new();

    /// <summary>The properties that can be set while a record is made; those of the type it derives from first.</summary>
    /// <param name="type">The type of the record.</param>
    public static IReadOnlyList<PropertyInfo> PropertiesOf(Type type) => Known.GetOrAdd(type, Properties);

    /// <summary>Whether a property is a record of settings, rather than one value.</summary>
    /// <param name="property">The property.</param>
    public static bool IsPart(PropertyInfo property)
    {
        ArgumentNullException.ThrowIfNull(property);
        Type type = property.PropertyType;
        return type.IsClass && type.GetMethod(CloneName) is not null && !IsNamedValue(type);
    }

    /// <summary>Whether values of a type are chosen by name and have settings of their own: an abstract record with a name.</summary>
    /// <param name="type">The type.</param>
    public static bool IsChosen(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type.IsAbstract && typeof(INamed).IsAssignableFrom(type) && type.GetMethod(CloneName) is not null;
    }

    /// <summary>Whether there need be no value of a property.</summary>
    /// <param name="property">The property.</param>
    public static bool IsOptional(PropertyInfo property) =>
        new NullabilityInfoContext().Create(property).WriteState is NullabilityState.Nullable;

    /// <summary>A copy, whose nested records are copies too.</summary>
    /// <typeparam name="T">The type of the record.</typeparam>
    /// <param name="settings">The record.</param>
    public static T Copy<T>(T settings)
        where T : class
    {
        var copy = settings.GetType().GetMethod(CloneName)!.Invoke(settings, parameters: null)!;
        foreach (PropertyInfo property in PropertiesOf(copy.GetType()).Where(IsPart))
        {
            if (property.GetValue(copy) is { } part)
            {
                property.SetValue(copy, Copy(part));
            }
        }

        return (T)copy;
    }

    /// <summary>A record of another type with what it has in common with the first: values of equal name and type.</summary>
    /// <typeparam name="T">What both are.</typeparam>
    /// <param name="from">The first.</param>
    /// <param name="standard">The other, which stays as it is; its values where they have nothing in common.</param>
    public static T Carried<T>(T from, T standard)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(from);
        T copy = Copy(standard);
        foreach (PropertyInfo property in PropertiesOf(copy.GetType()))
        {
            if (
                PropertiesOf(from.GetType())
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

    private static PropertyInfo[] Properties(Type type) =>
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.SetMethod is not null)
                .OrderBy(property => Depth(property)),
        ];

    // One of a list of its type, such as a scenario.
    private static bool IsNamedValue(Type type) =>
        type.GetProperty("All", BindingFlags.Public | BindingFlags.Static) is not null;

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
