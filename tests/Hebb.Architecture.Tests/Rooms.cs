using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Dependencies;
using ArchUnitNET.Loader;

namespace Hebb.Architecture.Tests;

/// <summary>The rooms of the house, one for each folder of the sources, and which of them refer to which, read off the compiled code.</summary>
internal static class Rooms
{
    private static readonly System.Reflection.Assembly[] Assemblies =
    [
        typeof(Networks.EnergyNetwork<>).Assembly,
        typeof(Lab.Runs.RunPlan).Assembly,
        typeof(Cli.HebbCommand).Assembly,
    ];

    private static readonly HashSet<string> Names = [.. Assemblies.Select(assembly => assembly.GetName().Name!)];

    private static readonly IType[] Types =
    [
        .. new ArchLoader().LoadAssemblies(Assemblies).Build().Types.Where(type => RoomOf(type) is not null),
    ];

    /// <summary>The namespaces that have types.</summary>
    public static IReadOnlySet<string> All { get; } =
        Types.Select(type => RoomOf(type)!).ToHashSet(StringComparer.Ordinal);

    /// <summary>Which room refers to which, each pair once.</summary>
    public static IReadOnlyList<Arrow> Arrows { get; } =
    [
        .. from type in Types
        from target in type.Dependencies.SelectMany(Targets)
        let to = RoomOf(target)
        where to is not null && RoomOf(type) != to
        group $"{type.Name} refers to {target.Name}" by (From: RoomOf(type)!, To: to) into arrow
        select new Arrow(arrow.Key.From, arrow.Key.To, arrow.Order(StringComparer.Ordinal).First()),
    ];

    // A type and those it is made of. Type parameters are left out: the loader takes those of one name for one type.
    private static IEnumerable<IType> Targets(ITypeDependency dependency) =>
        [
            .. dependency.Target is GenericParameter ? Array.Empty<IType>() : [dependency.Target],
            .. dependency.TargetGenericArguments.SelectMany(Arguments),
        ];

    private static IEnumerable<IType> Arguments(GenericArgument argument) =>
        [
            .. argument.Type is GenericParameter ? Array.Empty<IType>() : [argument.Type],
            .. argument.GenericArguments.SelectMany(Arguments),
        ];

    private static string? RoomOf(IType type) =>
        type.Namespace?.FullName is { } name
        && (name == "Hebb" || name.StartsWith("Hebb.", StringComparison.Ordinal))
        && type.Assembly is { } assembly
        && Names.Contains(assembly.Name.Split(',')[0])
            ? name
            : null;
}
