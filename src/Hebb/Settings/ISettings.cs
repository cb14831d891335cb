using System.Diagnostics.CodeAnalysis;

namespace Hebb.Settings;

/// <summary>
/// A record of settings: immutable, read and written by its properties, of which those that are records of settings too are its parts.
/// </summary>
[DynamicallyAccessedMembers(
    DynamicallyAccessedMemberTypes.PublicProperties
        | DynamicallyAccessedMemberTypes.PublicMethods
        | DynamicallyAccessedMemberTypes.PublicParameterlessConstructor
)]
public interface ISettings;
